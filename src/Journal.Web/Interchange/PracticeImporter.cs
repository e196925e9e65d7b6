using JasperFx.Events;
using Journal.Commands;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Marten;

namespace Journal.Web.Interchange;

/// <summary>
/// Brings one practice of another application into a journal, through the same deciders as everything else. Each event keeps its source row; a second run
/// finds the rows it knows and adds nothing; what the source changed or took back meanwhile is corrected by events.
/// </summary>
internal sealed class PracticeImporter(IDocumentStore store, PersonEvents events, TimeProvider clock, Author author, bool dryRun)
{
    private const int Attempts = 3;
    private const int Batch = 500;

    /// <param name="source">The practice with its rows.</param>
    /// <param name="place">Its id in the journal, and the key of its rows there.</param>
    /// <param name="row">Called after each row.</param>
    /// <param name="ct">Cancels between two appends; what is stored by then is found by the next run.</param>
    public async Task<ImportTally> RunAsync(ImportedPractice source, (Guid Id, string Key) place, Action row, CancellationToken ct)
    {
        var named = Named(source, place);
        for (var attempt = 1; ; attempt++)
        {
            var history = new PracticeHistory(await events.SubjectAsync(author.Tenant, place.Id, 1, ct));
            var tally = Decide(named, history, attempt == 1 ? row : () => { });
            try
            {
                if (!dryRun)
                {
                    await AppendAsync(place.Id, history, ct);
                }

                return tally;
            }
            catch (Exception lost) when (attempt < Attempts && Recorder.IsLostRace(lost))
            {
                // Another import or the person was here meanwhile: what is there now decides what is new.
            }
        }
    }

    // The rows of a practice keep the name they had when it was first imported, whatever place it has in the source by now.
    private ImportedPractice Named(ImportedPractice source, (Guid Id, string Key) place) => source with
    {
        Row = source.Row with { Key = place.Key },
        Adopt = source.Adopt with { Id = place.Id },
        Days = [.. source.Days.Select(day => Named(day, place))],
    };

    private ImportedDay Named(ImportedDay day, (Guid Id, string Key) place)
    {
        var key = $"{place.Key}:{day.Row.Key}";
        return day with { Row = day.Row with { Key = key }, Command = Identified(day.Command, key) with { Id = place.Id } };
    }

    // By what it says: a day that says something else is another outcome.
    private Command Identified(Command command, string key) => command switch
    {
        FinishExecution finish => finish with { OutcomeId = NamedId.Create(author.Person, key, "finished", $"{finish.Amount:R}", finish.Note ?? "") },
        MissExecution miss => miss with { OutcomeId = NamedId.Create(author.Person, key, "missed", miss.Reason ?? "") },
        SkipExecution skip => skip with { OutcomeId = NamedId.Create(author.Person, key, "skipped", skip.Reason) },
        LeaveExecutionOpen open => open with { OutcomeId = NamedId.Create(author.Person, key, "open", open.Note ?? "") },
        _ => throw NoDay(command),
    };

    private ImportTally Decide(ImportedPractice source, PracticeHistory history, Action row)
    {
        var tally = new ImportTally(source);
        TakeUp(source, history);
        Adopt(source, history, tally);
        row();
        foreach (var day in source.Days)
        {
            Record(day, source.Adopt.Id, history, tally);
            row();
        }

        TakeBack(source, history, tally);
        if (source.Dropped is { } dropped && history.State is { Dropped: false })
        {
            history.Add(PracticeDecider.Decide(new DropPractice { Id = source.Adopt.Id, OccurredAt = dropped }, history.State, Now).Events, source.Row);
        }

        return tally;
    }

    // Also what is given up still is taken up for a moment where the source has changed it: nothing can be said of a practice that was given up.
    private void TakeUp(ImportedPractice source, PracticeHistory history)
    {
        if (history is not { State.Dropped: true, IsDroppedByPerson: false, Fact.DroppedAt: { } since }
            || (source.Dropped is { } dropped && Day(dropped) == Day(since) && history.Revision(source.Adopt) is null))
        {
            return;
        }

        var next = source.Days.Where(day => day.Day > Day(since)).Select(day => day.Command.OccurredAt).Min() ?? (source.Dropped is null ? source.Adopt.SilenceUntil : null);
        history.Add(
            PracticeDecider.Decide(new ResumePractice { Id = source.Adopt.Id, OccurredAt = next > since ? next : since }, history.State, Now).Events,
            source.Row);
    }

    private void Adopt(ImportedPractice source, PracticeHistory history, ImportTally tally)
    {
        if (history.State is null)
        {
            Take(PracticeDecider.Decide(source.Adopt, history.State, Now), tally.Create);
        }
        else if (history.State is { Dropped: false } && history.Revision(source.Adopt) is { } revision)
        {
            var onlyLonger = revision with { SilenceUntil = null, Id = default } == new RevisePractice();
            Take(PracticeDecider.Decide(revision with { OccurredAt = Since(history) }, history.State, Now), onlyLonger ? tally.Repeat : tally.Change);
        }
        else
        {
            if (history.State is { Dropped: false } && source.Identity.Unique is { } unique && history.Row is { } kept && source.Identity.UniqueIn(kept.Row) != unique)
            {
                // From now on it is known by this id, also on another device.
                history.Add(PracticeDecider.Decide(new RevisePractice(source.Adopt.Title) { Id = source.Adopt.Id }, history.State, Now).Events, source.Row);
            }

            tally.Repeat();
        }

        void Take(Verdict verdict, Action count)
        {
            if (verdict.Refusal is { } refusal)
            {
                tally.Skip(refusal.Code);
                return;
            }

            history.Add(verdict.Events, source.Row);
            count();
        }
    }

    // What changed, changed after the last day that was read before.
    private DateTimeOffset? Since(PracticeHistory history) =>
        history.Fact!.SilenceUntil is { } last && Noon(last.AddDays(1)) is var next && next < Now ? next : null;

    private void Record(ImportedDay day, Guid practice, PracticeHistory history, ImportTally tally)
    {
        (Guid Outcome, DayMeaning Meaning)? known = history.Days.TryGetValue(day.Row.Key, out var there) ? there : null;
        var verdict = Decide(day.Command, history.State is { } state && known is { } before ? state with { Outcomes = state.Outcomes.Remove(before.Outcome) } : history.State);
        switch (verdict)
        {
            case { Refusal: { } refusal }:
                tally.Skip(refusal.Code);
                break;
            case { Events: [var e] } when known is { } stored && DayMeaning.Of(e)?.Meaning == stored.Meaning:
                tally.Repeat();
                break;
            default:
                Retract(known?.Outcome, practice, "The source says otherwise now.", day.Row, history);
                history.Add(verdict.Events, day.Row);
                (known is null ? (Action)tally.Create : tally.Change)();
                break;
        }
    }

    // What the source has no more, or says nothing of any more.
    private void TakeBack(ImportedPractice source, PracticeHistory history, ImportTally tally)
    {
        var said = source.Days.Select(day => day.Row.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, day) in history.Days.Where(day => !said.Contains(day.Key) && day.Value.Outcome != Guid.Empty).ToList())
        {
            Retract(day.Outcome, source.Adopt.Id, "The source has it no more.", source.Row with { Key = key }, history);
            tally.TakeBack();
        }
    }

    private void Retract(Guid? outcome, Guid practice, string reason, ImportHeader row, PracticeHistory history)
    {
        if (outcome is { } id && id != Guid.Empty)
        {
            history.Add(OutcomeDecider.Decide(new RetractOutcome(id, reason) { Id = practice }, history.State, Now).Events, row);
        }
    }

    private Verdict Decide(Command command, Practice? practice) => command switch
    {
        FinishExecution finish => OutcomeDecider.Decide(finish, practice, Now),
        MissExecution miss => OutcomeDecider.Decide(miss, practice, Now),
        SkipExecution skip => OutcomeDecider.Decide(skip, practice, Now),
        LeaveExecutionOpen open => OutcomeDecider.Decide(open, practice, Now),
        _ => throw NoDay(command),
    };

    private static ArgumentException NoDay(Command command) => new($"A day is finished, missed, skipped or left open, not {command.GetType().Name}.", nameof(command));

    private async Task AppendAsync(Guid practice, PracticeHistory history, CancellationToken ct)
    {
        var version = history.Version;
        foreach (var batch in history.Added.Chunk(Batch))
        {
            await using var session = store.LightweightSession(author.Tenant);
            object[] wrapped = [.. batch.Select(one => Wrap(session, one.Event, one.Row))];
            if (version == 0)
                session.Events.StartStream<Practice>(practice, wrapped);
            else
                session.Events.Append(practice, version + batch.Length, wrapped);
            await session.SaveChangesAsync(ct);
            version += batch.Length;
        }
    }

    private IEvent Wrap(IDocumentSession session, IJournalEvent e, ImportHeader row)
    {
        var wrapped = session.Events.BuildEvent(e);
        wrapped.CorrelationId = author.CorrelationId;
        wrapped.SetHeader(StoredHeaders.Source, author.Source);
        wrapped.SetHeader(StoredHeaders.Zone, author.Zone.Id);
        row.AddTo(wrapped);
        return wrapped;
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);

    private DateTimeOffset Noon(DateOnly day) => LocalTime.Noon(day, author.Zone);

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), author.Zone);
}

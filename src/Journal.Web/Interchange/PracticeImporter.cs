using JasperFx.Events;
using Journal.Commands;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Marten;

namespace Journal.Web.Interchange;

/// <summary>
/// Brings practices of another application into a journal, through the same deciders as everything else. Each event keeps its source row; a second run
/// finds the rows it knows and adds nothing, and a row that changed is corrected by events.
/// </summary>
internal sealed class PracticeImporter(IDocumentStore store, PersonEvents events, TimeProvider clock, Author author, bool dryRun)
{
    private const int Attempts = 3;
    private const int Batch = 500;

    /// <param name="source">The practice with its rows.</param>
    /// <param name="row">Called after each row.</param>
    /// <param name="ct">Cancels between two appends; what is stored by then is found by the next run.</param>
    public async Task<ImportTally> RunAsync(ImportedPractice source, Action row, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var history = new PracticeHistory(await events.SubjectAsync(author.Tenant, source.Adopt.Id, 1, ct));
            var tally = Decide(source, history, attempt == 1 ? row : () => { });
            try
            {
                if (!dryRun)
                {
                    await AppendAsync(source.Adopt.Id, history, ct);
                }

                return tally;
            }
            catch (Exception lost) when (attempt < Attempts && Recorder.IsLostRace(lost))
            {
                // Another import or the person was here meanwhile: what is there now decides what is new.
            }
        }
    }

    private ImportTally Decide(ImportedPractice source, PracticeHistory history, Action row)
    {
        var tally = new ImportTally(source.Adopt.Id, source.Adopt.Title, source.Row.Key);
        Adopt(source, history, tally);
        row();
        foreach (var day in source.Days)
        {
            Record(day, source.Adopt.Id, history, tally);
            row();
        }

        if (source.Dropped is { } dropped && history.State is { Dropped: false })
        {
            history.Add(PracticeDecider.Decide(new DropPractice { Id = source.Adopt.Id, OccurredAt = dropped }, history.State, Now).Events, source.Row);
        }

        return tally;
    }

    private void Adopt(ImportedPractice source, PracticeHistory history, ImportTally tally)
    {
        if (history.State is null)
        {
            Take(PracticeDecider.Decide(source.Adopt, history.State, Now), tally.Create);
        }
        else if (history.Revision(source.Adopt) is { } revision)
        {
            Take(PracticeDecider.Decide(revision, history.State, Now), tally.Change);
        }
        else
        {
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

    private void Record(ImportedDay day, Guid practice, PracticeHistory history, ImportTally tally)
    {
        if (day.Command is not { } command)
        {
            tally.Skip(day.LeftOut ?? "nothing to record");
            return;
        }

        var known = history.Day(day.Row.Key);
        var verdict = Decide(command, history.State is { } state && known is { } before ? state with { Outcomes = state.Outcomes.Remove(before.Outcome) } : history.State);
        switch (verdict)
        {
            case { Refusal: { } refusal }:
                tally.Skip(refusal.Code);
                break;
            case { Events: [var e] } when known is { } stored && DayMeaning.Of(e)?.Meaning == stored.Meaning:
                tally.Repeat();
                break;
            default:
                Correct(known?.Outcome, practice, day, history);
                history.Add(verdict.Events, day.Row);
                (known is null ? (Action)tally.Create : tally.Change)();
                break;
        }
    }

    private void Correct(Guid? outcome, Guid practice, ImportedDay day, PracticeHistory history)
    {
        if (outcome is { } id && id != Guid.Empty)
        {
            history.Add(
                OutcomeDecider.Decide(new RetractOutcome(id, "The source says otherwise now.") { Id = practice }, history.State, Now).Events,
                day.Row);
        }
    }

    private Verdict Decide(Command command, Practice? practice) => command switch
    {
        FinishExecution finish => OutcomeDecider.Decide(finish, practice, Now),
        MissExecution miss => OutcomeDecider.Decide(miss, practice, Now),
        SkipExecution skip => OutcomeDecider.Decide(skip, practice, Now),
        _ => throw new ArgumentException($"A day is finished, missed or skipped, not {command.GetType().Name}.", nameof(command)),
    };

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

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), author.Zone);
}

using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>
/// Says what brings one practice of another application into a journal, through the same deciders as everything else. A second run
/// finds the rows it knows and adds nothing; what the source changed or took back meanwhile is corrected by events.
/// </summary>
internal sealed class PracticeImporter(Author author, DateTimeOffset now)
{
    /// <param name="source">The practice with its rows.</param>
    /// <param name="place">Its id in the journal, the key of its rows there, and what the journal has of it, which takes what is added.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="row">Called after each row.</param>
    public void Run(ImportedPractice source, (Guid Id, string Key, PracticeHistory History) place, ImportTally tally, Action row) =>
        Decide(Named(source, (place.Id, place.Key)), place.History, tally, row);

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

    private void Decide(ImportedPractice source, PracticeHistory history, ImportTally tally, Action row)
    {
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
            history.Add(PracticeDecider.Decide(new DropPractice { Id = source.Adopt.Id, OccurredAt = dropped }, history.State, now).Events, source.Row);
        }
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
            PracticeDecider.Decide(new ResumePractice { Id = source.Adopt.Id, OccurredAt = next > since ? next : since }, history.State, now).Events,
            source.Row);
    }

    private void Adopt(ImportedPractice source, PracticeHistory history, ImportTally tally)
    {
        if (history.State is null)
        {
            Take(PracticeDecider.Decide(source.Adopt, history.State, now), tally.Create);
        }
        else if (history.State is { Dropped: false } && history.Revision(source.Adopt) is { } revision)
        {
            var onlyLonger = revision with { SilenceUntil = null, Id = default } == new RevisePractice();
            Take(PracticeDecider.Decide(revision with { OccurredAt = Since(history) }, history.State, now), onlyLonger ? tally.Repeat : tally.Change);
        }
        else
        {
            if (history.State is { Dropped: false } && source.Identity.Unique is { } unique && history.Row is { } kept && source.Identity.UniqueIn(kept.Row) != unique)
            {
                // From now on it is known by this id, also on another device.
                history.Add(PracticeDecider.Decide(new RevisePractice(source.Adopt.Title) { Id = source.Adopt.Id }, history.State, now).Events, source.Row);
            }

            tally.Repeat();
        }

        void Take(Verdict verdict, Action count)
        {
            if (verdict.Refusal is { } refusal)
            {
                tally.Skip(refusal.Code, source.Row.Key);
                return;
            }

            history.Add(verdict.Events, source.Row);
            count();
        }
    }

    // What changed, changed after the last day that was read before.
    private DateTimeOffset? Since(PracticeHistory history) =>
        history.Fact!.SilenceUntil is { } last && Noon(last.AddDays(1)) is var next && next < now ? next : null;

    private void Record(ImportedDay day, Guid practice, PracticeHistory history, ImportTally tally)
    {
        (Guid Outcome, DayMeaning Meaning)? known = history.Days.TryGetValue(day.Row.Key, out var there) ? there : null;
        var verdict = Decide(day.Command, history.State is { } state && known is { } before ? state with { Outcomes = state.Outcomes.Remove(before.Outcome) } : history.State);
        switch (verdict)
        {
            case { Refusal: { } refusal }:
                tally.Skip(refusal.Code, day.Row.Key);
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
            history.Add(OutcomeDecider.Decide(new RetractOutcome(id, reason) { Id = practice }, history.State, now).Events, row);
        }
    }

    private Verdict Decide(Command command, Practice? practice) => command switch
    {
        FinishExecution finish => OutcomeDecider.Decide(finish, practice, now),
        MissExecution miss => OutcomeDecider.Decide(miss, practice, now),
        SkipExecution skip => OutcomeDecider.Decide(skip, practice, now),
        LeaveExecutionOpen open => OutcomeDecider.Decide(open, practice, now),
        _ => throw NoDay(command),
    };

    private static ArgumentException NoDay(Command command) => new($"A day is finished, missed, skipped or left open, not {command.GetType().Name}.", nameof(command));

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);

    private DateTimeOffset Noon(DateOnly day) => LocalTime.Noon(day, author.Zone);
}

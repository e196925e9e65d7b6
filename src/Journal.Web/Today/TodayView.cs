using Journal.Aims;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.Questions;
using Journal.Reports.TimeTravel;
using Journal.States;

namespace Journal.Web.Today;

/// <summary>What a person sees first: the day, what it still waits for, and what is known of where things stand.</summary>
public sealed record TodayView
{
    /// <summary>The day that is shown, and that is recorded for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day it is for the person.</summary>
    public required DateOnly Today { get; init; }

    public bool IsToday => Day == Today;

    /// <summary>The day to record for; null for now.</summary>
    public DateOnly? When => IsToday ? null : Day;

    public required IReadOnlyList<DuePractice> Practices { get; init; }

    public required IReadOnlyList<EntryFact> Entries { get; init; }

    public required IReadOnlyList<StateFact> States { get; init; }

    public required IReadOnlyList<AimFact> Aims { get; init; }

    public required IReadOnlyList<DecisionFact> OpenDecisions { get; init; }

    public required IReadOnlyList<CommitmentFact> DueCommitments { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>The newest warning of a fall, with how such warnings fared; null where there is none.</summary>
    public required string? Warning { get; init; }

    /// <summary>The question of the day, and what the records put beside it; null once one was answered on it, or none is open.</summary>
    public required (QuestionWording Wording, IReadOnlyList<string> Beside)? Question { get; init; }

    /// <summary>Whether nothing at all is recorded yet.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The idea of the journal's that comes next for somebody new; null once all four are known.</summary>
    public required Idea? Next { get; init; }

    public static TodayView Of(Guid person, JournalFacts facts, DateOnly today, DateOnly day)
    {
        var request = new ReportRequest { To = today, Today = today };
        var seen = request.Seen(facts);
        var (alignment, cycles) = (AlignmentReport.Of(person, request, facts), CyclesReport.Of(person, request, facts));
        return new()
        {
            Day = day,
            Today = today,
            Practices = DuePractice.Of(seen.Of<PracticeFact>(), seen.Of<OutcomeFact>(), day),
            Entries = [.. seen.Of<EntryFact>().Where(entry => entry.Day == day)],
            States = [.. seen.Of<StateFact>().Where(state => state.Day == day)],
            Aims = [.. seen.Of<AimFact>().Where(aim => aim.ClosedAt is null)],
            OpenDecisions = [.. seen.Of<DecisionFact>().Where(decision => decision.Closed is null)],
            DueCommitments = [.. seen.Of<CommitmentFact>().Where(commitment => commitment.Ending is null && IsDue(commitment, day))],
            Standing = Standing.Of(alignment, cycles),
            Warning = cycles.Findings.LastOrDefault(finding => finding is { Name: "warning", State: FindingState.Found })?.Sentence,
            Question = QuestionOf(person, request, facts, seen, day),
            IsNew = seen.All.Count == 0,
            Next = Ideas.Next(seen),
        };
    }

    /// <summary>The day it is where a person lives.</summary>
    public static DateOnly DayOf(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(LocalTime.Local(now, zone).DateTime);

    private static bool IsDue(CommitmentFact commitment, DateOnly day) =>
        (commitment.Reframes.LastOrDefault(reframe => reframe.PlannedAt is not null)?.PlannedAt ?? commitment.PlannedAt ?? commitment.DueAt) is not { } planned
        || DateOnly.FromDateTime(planned.DateTime) <= day;

    // One a day, each in its turn; what was answered today is enough for today.
    private static (QuestionWording, IReadOnlyList<string>)? QuestionOf(Guid person, ReportRequest request, JournalFacts facts, JournalFacts seen, DateOnly day)
    {
        if (!seen.Of<PracticeFact>().Any() || seen.Of<AnswerFact>().Any(answer => answer.Day == day))
            return null;
        var answered = seen.Of<AnswerFact>().Select(answer => (answer.Question, answer.Version)).ToHashSet();
        var open = DiagnosticQuestions.All.Select(one => one.Question).Distinct().Select(DiagnosticQuestions.Current).Where(one => !answered.Contains((one.Question, one.Version))).ToList();
        if (open.Count == 0)
            return null;
        var today = open[day.DayNumber % open.Count];
        var word = Text.Word(today.Question);
        var prefill = QuestionsReport.Kind.Of(person, request, facts).Tables.First(table => table.Name == "prefill").Rows;
        return (today, [.. prefill.Where(row => row.Cells[0] == word).Select(row => row.Cells[1]!)]);
    }
}

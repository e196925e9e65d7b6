using Journal.Diagnosis;
using Journal.Practices;

namespace Journal.Web.Today;

/// <summary>A day as programs read it: where things stand, and what it waits for.</summary>
/// <param name="Day">The day that is told.</param>
/// <param name="Standing">Where things stand today, in a sentence that names the last record it rests on.</param>
/// <param name="Warning">The newest warning of a fall, with how such warnings fared; null where there is none.</param>
/// <param name="Practices">Those in force on the day, in the order they were taken up.</param>
/// <param name="Decisions">Open decisions.</param>
/// <param name="Commitments">Commitments that are due.</param>
/// <param name="Question">The question of the day; null once one was answered on it, or none is open.</param>
public sealed record TodayAnswer(
    DateOnly Day,
    string Standing,
    string? Warning,
    IReadOnlyList<PracticeOfTheDay> Practices,
    IReadOnlyList<OpenDecision> Decisions,
    IReadOnlyList<DueCommitment> Commitments,
    QuestionOfTheDay? Question)
{
    /// <summary>What a page shows of a day, without what it draws it from.</summary>
    public static TodayAnswer Of(TodayView view) => new(
        view.Day,
        view.Standing.Sentence,
        view.Warning,
        [.. view.Practices.Select(PracticeOfTheDay.Of)],
        [.. view.OpenDecisions.Select(decision => new OpenDecision(decision.Id, decision.Question, decision.Day))],
        [.. view.DueCommitments.Select(commitment => new DueCommitment(commitment.Id, commitment.Title, commitment.DueAt ?? commitment.PlannedAt))],
        view.Question is var (wording, beside) ? new(wording.Question, wording.Version, wording.Text, beside) : null);
}

/// <param name="Waits">Whether something is still to be said of it on this day.</param>
/// <param name="Progress">As in 1 of 3 this week; null for what is meant once a day.</param>
/// <param name="Recorded">What was recorded for the day, oldest first.</param>
public sealed record PracticeOfTheDay(Guid Id, string Title, bool Waits, string? Progress, IReadOnlyList<OutcomeOfTheDay> Recorded)
{
    public static PracticeOfTheDay Of(DuePractice due) => new(
        due.Practice.Id, due.Practice.Title, due.Waits, due.Progress, [.. due.Recorded.Select(outcome => new OutcomeOfTheDay(outcome.Id, outcome.State, OutcomeWords.Of(outcome, due.Practice)))]);
}

/// <param name="Words">As in Done, 500 words.</param>
public sealed record OutcomeOfTheDay(Guid Id, OutcomeState State, string Words);

/// <param name="Since">The day it was opened.</param>
public sealed record OpenDecision(Guid Id, string Question, DateOnly Since);

/// <param name="Due">When it is due, else when it is planned for; null where neither was said.</param>
public sealed record DueCommitment(Guid Id, string Title, DateTimeOffset? Due);

/// <param name="Question">Its word, as POST /commands answerDiagnostic takes it.</param>
/// <param name="Version">Which wording it is.</param>
/// <param name="Beside">What the records put beside it.</param>
public sealed record QuestionOfTheDay(DiagnosticQuestion Question, int Version, string Text, IReadOnlyList<string> Beside);

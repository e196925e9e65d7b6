using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Thinking;

namespace Journal.Reports.Questions;

/// <summary>One thing the records show that a question may be about. It is shown with the question; what it means is for the person to say.</summary>
/// <param name="Text">Neutral, with its figures.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Events">The events it came from.</param>
public sealed record PrefilledLine(string Text, Guid? Subject, IReadOnlyList<Guid> Events);

/// <summary>What the records can put beside a question, for those of C53 to C58 and C157 to C159: at most five lines each.</summary>
public static class QuestionPrefill
{
    private const int Most = 5;

    /// <summary>The lines for a question; empty where it is one that only the person can answer, or nothing is recorded.</summary>
    public static IReadOnlyList<PrefilledLine> Of(DiagnosticQuestion question, ReportView view) => [.. Lines(question, view).Take(Most)];

    private static IEnumerable<PrefilledLine> Lines(DiagnosticQuestion question, ReportView view) => question switch
    {
        DiagnosticQuestion.HowSetbacksAreRead => ThinkingPrefill.Setbacks(view),
        DiagnosticQuestion.DialogueBeforeDelay => ThinkingPrefill.Dialogues(view),
        DiagnosticQuestion.WhereReframed => ThinkingPrefill.Reframes(view),
        DiagnosticQuestion.WhereConsistencyBreaks => ExecutionPrefill.Breaks(view),
        DiagnosticQuestion.WhatRepeats => ExecutionPrefill.Repeats(view),
        DiagnosticQuestion.WhatIsAvoided => ExecutionPrefill.Avoided(view),
        DiagnosticQuestion.WhereInconsistent => ExecutionPrefill.Inconsistent(view),
        DiagnosticQuestion.WhereDecisionsAreSlow => ThinkingPrefill.SlowDecisions(view),
        DiagnosticQuestion.WhereStillRequired => ExecutionPrefill.StillRequired(view),
        _ => [],
    };
}

/// <summary>What the records put beside the questions about thinking.</summary>
internal static class ThinkingPrefill
{
    /// <summary>The latest readings of setbacks.</summary>
    public static IEnumerable<PrefilledLine> Setbacks(ReportView view) => view.Within<SetbackFact>()
        .Where(one => view.Serves(one.AimId))
        .Reverse()
        .Select(one => new PrefilledLine($"{Text.Cell(one.Day)}: “{one.Text}”, put down to {Text.Cell(one.Reading)}", one.Id, one.Events));

    /// <summary>The latest inner dialogues that a late start followed.</summary>
    public static IEnumerable<PrefilledLine> Dialogues(ReportView view) => DialogueLink.Of(view)
        .Where(link => link.Late is not null)
        .Reverse()
        .Select(link => new PrefilledLine(
            $"{Text.Cell(link.Dialogue.Day)}: “{link.Dialogue.Text}”; then “{link.Late!.Title}” was started {Text.Number(link.Late.DelayDays, 1)} days after its plan",
            link.Dialogue.Id,
            [.. link.Dialogue.Events, .. link.Late.Events]));

    /// <summary>Commitments by how often they were reframed, with how much of that came after a miss.</summary>
    public static IEnumerable<PrefilledLine> Reframes(ReportView view) => view.All<CommitmentFact>()
        .Where(one => view.Serves(one.AimId))
        .Select(one => (Commitment: one, Reframes: one.Reframes.Where(reframe => view.Covers(reframe.At)).ToList()))
        .Where(one => one.Reframes.Count > 0)
        .OrderByDescending(one => one.Reframes.Count).ThenBy(one => one.Commitment.OccurredAt).ThenBy(one => one.Commitment.Id)
        .Select(one => new PrefilledLine(Words(one.Commitment, one.Reframes), one.Commitment.Id, one.Commitment.Events));

    /// <summary>Decisions past their standard, those farthest past it first; one still open counts to the last day.</summary>
    public static IEnumerable<PrefilledLine> SlowDecisions(ReportView view)
    {
        var standards = new DecisionStandards(view.All<StandardFact>(), view);
        return view.Within<DecisionFact>()
            .Where(one => view.Serves(one.AimId) && one.Turns is not [{ Kind: TurnKind.Dropped }, ..])
            .Select(one => (Decision: one, Open: !(one.FirstMadeAt is { } made && made.By(view.Last)), Standard: standards.Hours(one)))
            .Select(one => (one.Decision, one.Open, one.Standard, Hours: ((one.Open ? view.Last.EndLike(one.Decision.OccurredAt) : one.Decision.FirstMadeAt!.Value) - one.Decision.OccurredAt).TotalHours))
            .Where(one => one.Hours > one.Standard)
            .OrderByDescending(one => one.Hours - one.Standard).ThenBy(one => one.Decision.OccurredAt).ThenBy(one => one.Decision.Id)
            .Select(one => new PrefilledLine(
                $"“{one.Decision.Question}”: {(one.Open ? "open for" : "made after")} {Text.Number(one.Hours, 0)} h, with a standard of {Text.Number(one.Standard, 4)} h", one.Decision.Id, one.Decision.Events));
    }

    private static string Words(CommitmentFact commitment, List<Reframe> reframes)
    {
        var missed = commitment.Endings.FirstOrDefault(ending => ending.State == OutcomeState.Missed)?.At;
        var sorts = string.Join(", ", reframes.GroupBy(one => one.Reframing).OrderBy(sort => sort.Key).Select(sort => $"{Text.Cell(sort.Key)} {sort.Count()}"));
        var after = reframes.Count(one => one.At > missed);
        return $"“{commitment.Title}” was reframed {Text.Count(reframes.Count, "time")} ({sorts}){(after > 0 ? $", {after} of them after it was missed" : "")}";
    }
}

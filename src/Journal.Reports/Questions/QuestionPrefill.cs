using Journal.Diagnosis;

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

using Journal.Diagnosis;

namespace Journal.Reports.Questions;

/// <summary>One wording of a question.</summary>
/// <param name="Version">Counts upwards with each new wording; an answer keeps the version it was given to.</param>
/// <param name="Layer">What it asks about.</param>
/// <param name="MayBecome">What an answer may lead to; <see cref="AnswerResult.None"/> is always possible.</param>
public sealed record QuestionWording(DiagnosticQuestion Question, int Version, string Text, Layer Layer, IReadOnlyList<AnswerResult> MayBecome);

/// <summary>The journal's questions. To reword one, add its next version and leave the old one: answers given to it stay as they are.</summary>
public static class DiagnosticQuestions
{
    private static readonly AnswerResult[] LinkOrTest = [AnswerResult.None, AnswerResult.Link, AnswerResult.Test];

    /// <summary>Every wording there ever was, by question and version.</summary>
    public static IReadOnlyList<QuestionWording> All { get; } =
    [
        new(DiagnosticQuestion.WhatMustBeTrue, 1, "What would have to be so for this aim to be within reach for you?", Layer.Belief, [AnswerResult.None, AnswerResult.Condition, AnswerResult.Belief, AnswerResult.Test]),
        new(DiagnosticQuestion.WhichIdentity, 1, "As whom do you see yourself while you do this, and as whom while you leave it?", Layer.Belief, [AnswerResult.None, AnswerResult.Identity, AnswerResult.Belief]),
        new(DiagnosticQuestion.WhatResists, 1, "What in you would lose something if this worked, and what would it lose?", Layer.Belief, [AnswerResult.None, AnswerResult.CompetingCommitment, AnswerResult.Belief]),
        new(DiagnosticQuestion.HowSetbacksAreRead, 1, "When something did not work out, what did you take it to mean?", Layer.Thinking, [.. LinkOrTest, AnswerResult.Belief]),
        new(DiagnosticQuestion.DialogueBeforeDelay, 1, "What went through your mind before the last late starts?", Layer.Thinking, [.. LinkOrTest, AnswerResult.Belief]),
        new(DiagnosticQuestion.WhereReframed, 1, "Where did a plan become smaller, later or different, and what did you call that?", Layer.Thinking, LinkOrTest),
        new(DiagnosticQuestion.WhereConsistencyBreaks, 1, "At which point did something that had been going well stop?", Layer.Execution, LinkOrTest),
        new(DiagnosticQuestion.WhatRepeats, 1, "Which miss do you recognise from before?", Layer.Execution, LinkOrTest),
        new(DiagnosticQuestion.WhatIsAvoided, 1, "What is clear to you, and still not done?", Layer.Execution, [.. LinkOrTest, AnswerResult.Belief]),
        new(DiagnosticQuestion.WhereInconsistent, 1, "Where do the weeks differ most from each other?", Layer.Execution, LinkOrTest),
        new(DiagnosticQuestion.WhereDecisionsAreSlow, 1, "Which decisions take longer than you meant them to?", Layer.Thinking, [.. LinkOrTest, AnswerResult.Belief]),
        new(DiagnosticQuestion.WhereStillRequired, 1, "What would not have come about without you stepping in?", Layer.Execution, LinkOrTest),
    ];

    /// <summary>The wording in use.</summary>
    public static QuestionWording Current(DiagnosticQuestion question) => All.Where(one => one.Question == question).MaxBy(one => one.Version)!;
}

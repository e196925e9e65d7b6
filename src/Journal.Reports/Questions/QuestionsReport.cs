using Journal.Diagnosis;

namespace Journal.Reports.Questions;

/// <summary>The journal's questions with what was answered and what the records put beside them.</summary>
public static class QuestionsReport
{
    public static ReportKind Kind { get; } = new(
        "questions", "Which questions are open, what was answered, and what the records put beside each.", (view, builder) => Write(view, builder, DiagnosticQuestions.All))
    {
        Question = "Which questions are still open?",
    };

    internal static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<QuestionWording> wordings)
    {
        var answers = view.Within<AnswerFact>().Where(one => view.Serves(one.AimId)).ToLookup(one => one.Question);
        var current = wordings.GroupBy(one => one.Question).Select(versions => versions.MaxBy(one => one.Version)!).ToList();
        var answered = current.Where(one => State(one, [.. answers[one.Question]]) == "answered").ToList();
        builder.Add("answered", "share of the questions that are answered", "share", Measure.Proportion(
            answered.Count, current.Count, answered.SelectMany(one => answers[one.Question]).SelectMany(one => one.Events), "questions"));
        builder.Add(new Table(
            "questions",
            "Questions",
            ["question", "version", "layer", "text", "mayBecome", "state", "answers"],
            [.. current.Select(one => Line(one, [.. answers[one.Question]]))]));
        builder.Add(new Table("answers", "Answers, each to the wording it was given to", ["question", "version", "asked", "day", "result", "resultId", "text", "complete"], [.. current.SelectMany(one => answers[one.Question]).Select(one => Line(one, wordings))]));
        builder.Add(new Table(
            "prefill",
            "What the records put beside a question",
            ["question", "line"],
            [.. current.SelectMany(one => QuestionPrefill.Of(one.Question, view).Select(line => new Row([Text.Cell(one.Question), line.Text], line.Subject, line.Events)))]));
    }

    // An answer to an older wording stays what it is, and the new wording is open.
    private static string State(QuestionWording wording, IReadOnlyList<AnswerFact> answers) =>
        answers.Any(one => one.Version == wording.Version && IsComplete(one)) ? "answered"
        : answers.Any(one => one.Version == wording.Version) ? "begun"
        : answers.Count > 0 ? "answeredBefore"
        : "open";

    private static bool IsComplete(AnswerFact answer) => answer.Result switch
    {
        AnswerResult.None => true,
        AnswerResult.Condition or AnswerResult.Identity or AnswerResult.CompetingCommitment => answer.Text is not null || answer.ResultId is not null,
        _ => answer.ResultId is not null,
    };

    private static Row Line(QuestionWording one, IReadOnlyList<AnswerFact> answers) => new(
        [
            Text.Cell(one.Question),
            Text.Cell(one.Version),
            Text.Cell(one.Layer),
            one.Text,
            string.Join(" ", one.MayBecome.Select(result => Text.Cell(result))),
            State(one, answers),
            Text.Cell(answers.Count),
        ],
        null,
        [.. answers.SelectMany(answer => answer.Events)]);

    private static Row Line(AnswerFact one, IReadOnlyList<QuestionWording> wordings) => new(
        [
            Text.Cell(one.Question),
            Text.Cell(one.Version),
            wordings.FirstOrDefault(wording => wording.Question == one.Question && wording.Version == one.Version)?.Text,
            Text.Cell(one.Day),
            Text.Cell(one.Result),
            Text.Cell(one.ResultId),
            one.Text,
            Text.Cell(IsComplete(one)),
        ],
        one.Id,
        one.Events);
}

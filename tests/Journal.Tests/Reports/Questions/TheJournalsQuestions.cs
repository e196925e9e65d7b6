using Journal.Commitments;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Questions;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Questions;

public sealed class TheJournalsQuestions
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C50")]
    [Trait("capability", "C51")]
    [Trait("capability", "C52")]
    public void Ask_every_question_once_and_let_belief_questions_become_conditions_identities_and_competing_commitments()
    {
        Assert.Equal(Enum.GetValues<DiagnosticQuestion>(), DiagnosticQuestions.All.Select(one => one.Question).Distinct());
        Assert.All(DiagnosticQuestions.All, one => Assert.Contains(AnswerResult.None, one.MayBecome));
        Assert.Equal(
            [AnswerResult.Condition, AnswerResult.Identity, AnswerResult.CompetingCommitment],
            new[] { DiagnosticQuestion.WhatMustBeTrue, DiagnosticQuestion.WhichIdentity, DiagnosticQuestion.WhatResists }.Select(one => DiagnosticQuestions.Current(one).MayBecome[1]));
    }

    [Fact]
    [Trait("capability", "C59")]
    public void Show_whether_an_answer_came_to_a_link_a_test_or_none()
    {
        Answer(DiagnosticQuestion.WhatRepeats, AnswerResult.None);
        Answer(DiagnosticQuestion.WhatIsAvoided, AnswerResult.Test, journal.NewId());
        Answer(DiagnosticQuestion.WhereReframed, AnswerResult.Link);
        var report = Read();
        Assert.Equal(["answered", "answered", "begun", "open"], new[] { "whatRepeats", "whatIsAvoided", "whereReframed", "whichIdentity" }.Select(word => State(report, word)));
        Assert.Equal((0.1667, 12), (report.Figure("answered").Value, report.Figure("answered").N));
    }

    [Fact]
    [Trait("capability", "C59")]
    public void Leave_old_answers_alone_when_a_question_is_reworded()
    {
        Answer(DiagnosticQuestion.WhatRepeats, AnswerResult.None);
        var reworded = DiagnosticQuestions.Current(DiagnosticQuestion.WhatRepeats) with { Version = 2, Text = "What came back?" };
        var kind = new ReportKind("questions", "", (view, builder) => QuestionsReport.Write(view, builder, [.. DiagnosticQuestions.All, reworded]));
        var report = journal.Read(kind, 50);
        Assert.Equal("answeredBefore", State(report, "whatRepeats"));
        Assert.Equal(["whatRepeats", "1", DiagnosticQuestions.Current(DiagnosticQuestion.WhatRepeats).Text, "2026-01-06", "none", null, "Because", "yes"], Assert.Single(report.Table("answers").Rows).Cells);
    }

    [Fact]
    [Trait("capability", "C53")]
    public void Put_readings_of_setbacks_beside_the_question_about_them()
    {
        var setback = journal.Add((id, at, events) => new SetbackFact { Id = id, OccurredAt = at, Events = events, Reading = SetbackReading.Self, Text = "No reply" }, 3);
        AssertLine(DiagnosticQuestion.HowSetbacksAreRead, "2026-01-08: “No reply”, put down to self", setback.Events);
    }

    [Fact]
    [Trait("capability", "C54")]
    public void Put_the_late_start_beside_the_dialogue_before_it()
    {
        var dialogue = journal.Interpretation(1, InterpretationKind.Dialogue);
        var late = journal.Outcome(journal.Practice(), 2, with: one => one with { PlannedAt = one.OccurredAt.AddDays(-1), StartedAt = one.OccurredAt });
        AssertLine(DiagnosticQuestion.DialogueBeforeDelay, "2026-01-06: “It is a chance”; then “Write” was started 1 days after its plan", [.. dialogue.Events, .. late.Events]);
    }

    [Fact]
    [Trait("capability", "C55")]
    public void Put_reframes_before_and_after_a_miss_beside_the_question_about_them()
    {
        var commitment = journal.Commitment(0, OutcomeState.Missed, 5, with: one => one with { Reframes = [Reframe(2, Reframing.Postpone), Reframe(6, Reframing.Relabel)] });
        AssertLine(DiagnosticQuestion.WhereReframed, "“Send the draft” was reframed 2 times (postpone 1, relabel 1), 1 of them after it was missed", commitment.Events);
    }

    [Fact]
    [Trait("capability", "C56")]
    [Trait("capability", "C57")]
    [Trait("capability", "C157")]
    public void Put_regressions_repeated_misses_and_low_weeks_beside_theirs()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 1, 1]);
        Assert.StartsWith("“Write” fell from 100 % to 14 % from the week of 2026-01-19 on", Lines(DiagnosticQuestion.WhereConsistencyBreaks)[0].Text, StringComparison.Ordinal);
        Assert.Equal("“Write” was missed on 2 of 4 Sundays, and on 10 of 24 other days", Lines(DiagnosticQuestion.WhatRepeats)[0].Text);
        Assert.Equal((5, 2), (Lines(DiagnosticQuestion.WhatRepeats).Count, Lines(DiagnosticQuestion.WhatRepeats)[0].Events.Count));
        Assert.Equal("“Write”: 2 of 4 known weeks below 60 %", Lines(DiagnosticQuestion.WhereInconsistent)[0].Text);
    }

    [Fact]
    [Trait("capability", "C58")]
    public void Put_what_is_clear_and_put_off_beside_the_question_about_it()
    {
        var clear = journal.Commitment(0, with: one => one with { Clarity = 6, Reframes = [Reframe(2, Reframing.Postpone)] });
        journal.Commitment(0, with: one => one with { Clarity = 2, Reframes = [Reframe(2, Reframing.Postpone)] });
        journal.Commitment(0, OutcomeState.Finished, 2, with: one => one with { Clarity = 7, Reframes = [Reframe(1, Reframing.Postpone)] });
        AssertLine(DiagnosticQuestion.WhatIsAvoided, "“Send the draft”: clarity 6 of 7, postponed or abandoned 1 time, not done so far", clear.Events);
    }

    [Fact]
    [Trait("capability", "C158")]
    public void Put_the_slowest_decisions_beside_theirs()
    {
        journal.Decision(0, made: 5);
        var slow = journal.Decision(0, made: 20);
        var lines = Lines(DiagnosticQuestion.WhereDecisionsAreSlow);
        Assert.Equal([("“Which topic?”: made after 480 h, with a standard of 168 h", slow.Id)], lines.Select(line => (line.Text, line.Subject!.Value)));
    }

    [Fact]
    [Trait("capability", "C159")]
    public void Put_where_the_person_stepped_in_beside_theirs()
    {
        var practice = journal.Practice();
        journal.Outcome(practice, 1, with: one => one with { NeededOperator = true });
        journal.Add((id, at, events) => new OccasionFact { Id = id, OccurredAt = at, Events = events, SourceId = practice.Id }, 2);
        Assert.Equal([("“Write”: stepped in 2 times", 2)], Lines(DiagnosticQuestion.WhereStillRequired).Select(line => (line.Text, line.Events.Count)));
    }

    [Fact]
    [Trait("capability", "C157")]
    public void Put_five_lines_at_most_beside_one()
    {
        for (var i = 0; i < 7; i++)
            journal.Decision(i);
        Assert.Equal(5, Lines(DiagnosticQuestion.WhereDecisionsAreSlow).Count);
    }

    private static Reframe Reframe(double day, Reframing reframing) => new(CauseJournal.On(day), reframing, null, false, null, null);

    private static string? State(Report report, string question) => report.Column("questions", "question").Zip(report.Column("questions", "state")).Single(one => one.First == question).Second;

    private void AssertLine(DiagnosticQuestion question, string text, IReadOnlyList<Guid> events)
    {
        var line = Assert.Single(Lines(question));
        Assert.Equal(text, line.Text);
        Assert.Equal(events, line.Events);
    }

    private IReadOnlyList<PrefilledLine> Lines(DiagnosticQuestion question) => QuestionPrefill.Of(question, journal.View(50));

    private void Answer(DiagnosticQuestion question, AnswerResult result, Guid? resultId = null) => journal.Add(
        (id, at, events) => new AnswerFact { Id = id, OccurredAt = at, Events = events, Question = question, Version = 1, Result = result, ResultId = resultId, Text = "Because" }, 1);

    private Report Read() => journal.Read(QuestionsReport.Kind, 50);
}

using Journal.Recording;
using Journal.Work;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Work;

public sealed class WhatCameOfTheWork
{
    [Fact]
    public void A_correction_may_say_no_more_than_that_there_was_one() =>
        Given<Observation<CorrectionMade>>().When(WorkDecider.Decide, new MakeCorrection()).Then(new CorrectionMade(Id, null, null, null, null, Now));

    [Fact]
    public void An_intervention_of_the_operator_keeps_what_it_took() =>
        Given<Observation<OperatorIntervened>>()
            .When(WorkDecider.Decide, new RecordOperatorIntervention(15, Other, "Restarted it", Third))
            .Then(new OperatorIntervened(Id, 15, Other, "Restarted it", Third, Now));

    [Fact]
    public void An_output_is_one_unless_it_is_said_to_be_more()
    {
        Given<Observation<OutputRecorded>>().When(WorkDecider.Decide, new RecordOutput()).Then(new OutputRecorded(Id, 1, null, null, null, null, null, null, Now));
        Given<Observation<OutputRecorded>>()
            .When(WorkDecider.Decide, new RecordOutput(3, "posts", 120, Other, "content", "A series", Third))
            .Then(new OutputRecorded(Id, 3, "posts", 120, Other, "content", "A series", Third, Now));
    }

    [Fact]
    public void Time_is_spent_in_a_mode_and_instead_of_something() =>
        Given<Observation<TimeSpent>>()
            .When(WorkDecider.Decide, new SpendTime(90, TimeMode.Designing, "content", Other, "Template", Third))
            .Then(new TimeSpent(Id, 90, TimeMode.Designing, "content", Other, "Template", Third, Now));

    [Fact]
    public void A_focus_is_a_share_of_the_time() =>
        Given<Observation<FocusSet>>().When(WorkDecider.Decide, new SetFocus("content", 0.4, Third)).Then(new FocusSet(Id, "content", 0.4, Third, Now));

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Observation<CorrectionMade>>().When(WorkDecider.Decide, new MakeCorrection(double.NaN)).ThenRefused("minutes.range");
        Given<Observation<OperatorIntervened>>().When(WorkDecider.Decide, new RecordOperatorIntervention(Note: " ")).ThenRefused("note.missing");
        Given<Observation<OutputRecorded>>().When(WorkDecider.Decide, new RecordOutput(-1)).ThenRefused("amount.range");
        Given<Observation<OutputRecorded>>().When(WorkDecider.Decide, new RecordOutput(Unit: "")).ThenRefused("unit.missing");
        Given<Observation<OutputRecorded>>().When(WorkDecider.Decide, new RecordOutput(Topic: new string('x', 201))).ThenRefused("topic.length");
        Given<Observation<TimeSpent>>().When(WorkDecider.Decide, new SpendTime(-1)).ThenRefused("minutes.range");
        Given<Observation<TimeSpent>>().When(WorkDecider.Decide, new SpendTime(1, (TimeMode)99)).ThenRefused("mode.unknown");
        Given<Observation<TimeSpent>>().When(WorkDecider.Decide, new SpendTime(1) { OccurredAt = Now.AddDays(2) }).ThenRefused("time.future");
        Given<Observation<FocusSet>>().When(WorkDecider.Decide, new SetFocus("", 0.4)).ThenRefused("topic.missing");
        Given<Observation<FocusSet>>().When(WorkDecider.Decide, new SetFocus("content", double.NaN)).ThenRefused("share.range");
    }

    [Fact]
    public void Each_is_recorded_once()
    {
        Given<Observation<CorrectionMade>>(new CorrectionMade(Id, null, null, null, null, Monday))
            .When(WorkDecider.Decide, new MakeCorrection()).ThenRefused("correction.exists", RefusalKind.Conflict);
        Given<Observation<OperatorIntervened>>(new OperatorIntervened(Id, null, null, null, null, Monday))
            .When(WorkDecider.Decide, new RecordOperatorIntervention()).ThenRefused("occasion.exists", RefusalKind.Conflict);
        Given<Observation<OutputRecorded>>(new OutputRecorded(Id, 1, null, null, null, null, null, null, Monday))
            .When(WorkDecider.Decide, new RecordOutput()).ThenRefused("output.exists", RefusalKind.Conflict);
        Given<Observation<TimeSpent>>(new TimeSpent(Id, 1, null, null, null, null, null, Monday))
            .When(WorkDecider.Decide, new SpendTime(1)).ThenRefused("time.exists", RefusalKind.Conflict);
        Given<Observation<FocusSet>>(new FocusSet(Id, "content", 0.4, null, Monday))
            .When(WorkDecider.Decide, new SetFocus("content", 0.5)).ThenRefused("focus.exists", RefusalKind.Conflict);
    }
}

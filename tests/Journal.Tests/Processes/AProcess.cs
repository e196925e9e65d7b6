using Journal.Processes;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Processes;

public sealed class AProcess
{
    private static readonly ProcessDefined Defined = new(Id, "Publishing", null, false, null, null, null, Monday);
    private static readonly ProcessRun Run = new(Id, Other, Runner.Self, null, null, null, null, null, null, null, Tuesday);

    [Fact]
    public void It_is_defined_once()
    {
        Given<Process>()
            .When(ProcessDecider.Decide, new DefineProcess("Publishing", 7, true, "days", 90, Third))
            .Then(new ProcessDefined(Id, "Publishing", 7, true, "days", 90, Third, Now));
        Given<Process>(Defined).When(ProcessDecider.Decide, new DefineProcess("Publishing")).ThenRefused("process.exists", RefusalKind.Conflict);
    }

    [Fact]
    public void A_revision_changes_something()
    {
        Given<Process>(Defined).When(ProcessDecider.Decide, new ReviseProcess(Steps: 3)).Then(new ProcessRevised(Id, null, 3, null, null, null, Now));
        Given<Process>(Defined).When(ProcessDecider.Decide, new ReviseProcess()).ThenRefused("process.unchanged");
    }

    [Fact]
    public void A_run_is_by_the_person_unless_it_is_said_to_be_by_another()
    {
        Given<Process>(Defined).When(ProcessDecider.Decide, new RunProcess(Other)).Then(Run with { OccurredAt = Now });
        Given<Process>(Defined)
            .When(ProcessDecider.Decide, new RunProcess(Other, Runner.Other, true, false, 40, 3, 2, false, "By the assistant"))
            .Then(new ProcessRun(Id, Other, Runner.Other, true, false, 40, 3, 2, false, "By the assistant", Now));
    }

    [Fact]
    public void A_run_is_recorded_once()
    {
        Given<Process>(Defined, Run).When(ProcessDecider.Decide, new RunProcess(Other)).ThenRefused("run.exists", RefusalKind.Conflict);
        Given<Process>(Defined, Run).When(ProcessDecider.Decide, new RunProcess(Third)).Then(Run with { RunId = Third, OccurredAt = Now });
    }

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Process>().When(ProcessDecider.Decide, new DefineProcess(" ")).ThenRefused("title.missing");
        Given<Process>().When(ProcessDecider.Decide, new DefineProcess("Text", -1)).ThenRefused("steps.range");
        Given<Process>().When(ProcessDecider.Decide, new DefineProcess("Text", Metric: "")).ThenRefused("metric.missing");
        Given<Process>().When(ProcessDecider.Decide, new DefineProcess("Text", PlannedMinutes: double.NaN)).ThenRefused("plannedMinutes.range");
        Given<Process>(Defined).When(ProcessDecider.Decide, new ReviseProcess(Steps: -1)).ThenRefused("steps.range");
        Given<Process>(Defined).When(ProcessDecider.Decide, new RunProcess(Other, (Runner)9)).ThenRefused("by.unknown");
        Given<Process>(Defined).When(ProcessDecider.Decide, new RunProcess(Other, Minutes: -1)).ThenRefused("minutes.range");
        Given<Process>(Defined).When(ProcessDecider.Decide, new RunProcess(Other, Effort: 8)).ThenRefused("effort.range");
        Given<Process>(Defined).When(ProcessDecider.Decide, new RunProcess(Other, Note: "")).ThenRefused("note.missing");
    }

    [Fact]
    public void One_that_is_not_there_is_neither_revised_nor_run()
    {
        Given<Process>().When(ProcessDecider.Decide, new ReviseProcess("Text")).ThenRefused("process.unknown", RefusalKind.Unknown);
        Given<Process>().When(ProcessDecider.Decide, new RunProcess(Other)).ThenRefused("process.unknown", RefusalKind.Unknown);
    }
}

using Journal.Beliefs;
using Journal.Facts;
using Journal.Processes;
using Journal.Reports;
using Journal.Reports.CleanExecution;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.CleanExecution;

public sealed class RunsOfAProcess
{
    [Fact]
    [Trait("capability", "C150")]
    [Trait("capability", "C151")]
    [Trait("capability", "C152")]
    public void Little_friction_the_same_result_and_nobody_watching_are_clean() => Runs(effort: 3, consistent: 5, watched: 0).Shows("clean", "runs clean");

    [Fact]
    [Trait("capability", "C150")]
    public void Friction_alone_is_named() => Runs(effort: 4, consistent: 5, watched: 0).ShowsNot("clean", ": minimal friction fails");

    [Fact]
    [Trait("capability", "C151")]
    public void An_inconsistent_outcome_alone_is_named() => Runs(effort: 2, consistent: 3, watched: 0).ShowsNot("clean", ": consistent outcome fails");

    [Fact]
    [Trait("capability", "C152")]
    public void Supervision_alone_is_named() => Runs(effort: 2, consistent: 5, watched: 2).ShowsNot("clean", ": no supervision fails");

    [Fact]
    [Trait("capability", "C150")]
    public void What_no_run_says_is_not_counted_against_it()
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0));
        work.Run(process, 1, consistent: true, supervised: false).Run(process, 2, consistent: true, supervised: false).Run(process, 3, consistent: true, supervised: false);
        work.Of(CleanReport.Kind, 6).CannotTell("clean", "minimal friction");
    }

    [Fact]
    [Trait("capability", "C155")]
    public void Few_steps_repeated_are_simple()
    {
        Runs(effort: 3, consistent: 5, watched: 0, steps: 5).Shows("simple", "5 steps, over 5 runs");
        Runs(effort: 3, consistent: 5, watched: 0, steps: 9).ShowsNot("simple", "more than 7");
    }

    [Fact]
    [Trait("capability", "C166")]
    [Trait("capability", "C167")]
    [Trait("capability", "C168")]
    public void Without_a_metric_two_of_three_are_there()
    {
        var report = Handed(documented: true, measured: false, Runner.Other);
        report.ShowsNot("handover", "2/3, not shown: measurable");
        Assert.Equal(2, report.Figure("handover").Value);
    }

    [Fact]
    [Trait("capability", "C166")]
    public void Undocumented_is_named() => Handed(documented: false, measured: true, Runner.Other).ShowsNot("handover", "2/3, not shown: documented");

    [Fact]
    [Trait("capability", "C167")]
    public void Run_by_others_unwatched_it_is_transferable() => Handed(documented: true, measured: true, Runner.Other).Shows("handover", "3/3");

    [Fact]
    [Trait("capability", "C169")]
    public void Run_by_one_person_only_it_is_dependent()
    {
        var report = Handed(documented: true, measured: true, Runner.Self);
        report.ShowsNot("repeatedByOthers", "dependent: all 3 runs");
        report.ShowsNot("handover", "not shown: transferable");
    }

    [Fact]
    [Trait("capability", "C169")]
    public void Run_by_others_it_is_repeated() => Handed(documented: true, measured: true, Runner.Other).Shows("repeatedByOthers", "3 of 3 runs");

    [Theory]
    [Trait("capability", "C153")]
    [InlineData(true, EvidenceDirection.Supports, FindingState.Found)]
    [InlineData(false, EvidenceDirection.Supports, FindingState.NotFound)]
    [InlineData(true, EvidenceDirection.Contradicts, FindingState.NotFound)]
    public void Belief_matches_reality_by_its_predictions_and_its_evidence(bool came, EvidenceDirection direction, FindingState expected)
    {
        // Three predictions at 0.8: each scores 0.04 when it came true and 0.64 when not.
        var report = Believing(came, direction, confirmed: true).Of(CleanReport.Kind, 6);
        Assert.Equal(expected, report.Finding("beliefMatchesReality").State);
        Assert.Equal(came ? 0.04 : 0.64, report.Figure("belief.brier").Value);
    }

    [Fact]
    [Trait("capability", "C153")]
    public void A_suspected_belief_does_not_count() =>
        Believing(came: true, EvidenceDirection.Supports, confirmed: false).Of(CleanReport.Kind, 6).CannotTell("beliefMatchesReality");

    [Fact]
    [Trait("capability", "C154")]
    public void Decisions_within_their_standard_are_decisive() =>
        new RecordedWork().Standard(0, 48).Decision(1, 1).Decision(2, 2).Decision(3, 0.5).Of(CleanReport.Kind, 13).Shows("decisive", "100 % of 3 decisions");

    [Fact]
    [Trait("capability", "C154")]
    public void A_decision_still_open_past_it_counts_as_late() =>
        new RecordedWork().Standard(0, 48).Decision(1, 1).Decision(2, 2).Decision(3, null).Of(CleanReport.Kind, 13).ShowsNot("decisive", "67 % of 3 decisions");

    [Fact]
    [Trait("capability", "C154")]
    public void A_decision_that_still_has_time_is_not_judged() =>
        new RecordedWork().Standard(0, 48).Decision(1, 1).Decision(2, 2).Decision(13, null).Of(CleanReport.Kind, 13).CannotTell("decisive");

    private static Report Runs(int effort, int consistent, int watched, int steps = 5)
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0, steps));
        for (var run = 0; run < 5; run++)
        {
            work.Run(process, run + 1, supervised: run < watched, consistent: run < consistent, effort: effort);
        }

        return work.Of(CleanReport.Kind, 13);
    }

    private static Report Handed(bool documented, bool measured, Runner by)
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0, documented: documented, measured: measured));
        return work.Run(process, 1, by, supervised: false).Run(process, 2, by, supervised: false).Run(process, 3, by, supervised: false).Of(CleanReport.Kind, 13);
    }

    private static RecordedWork Believing(bool came, EvidenceDirection direction, bool confirmed)
    {
        var work = new RecordedWork();
        Prediction[] predictions = [.. Enumerable.Range(1, 3).Select(day => new Prediction(work.NewId(), RecordedWork.At(0), 0.8, null, came, RecordedWork.At(day)))];
        var belief = confirmed ? work.Belief(0, predictions) : work.Suspected(0, predictions);
        return work.Evidence(belief, 1, direction).Evidence(belief, 2, direction).Evidence(belief, 3, direction);
    }
}

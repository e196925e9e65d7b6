using Journal.Reports.Marker;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Marker;

public sealed class TheJointMarker
{
    [Fact]
    [Trait("capability", "C81")]
    public void Five_signs_for_three_windows_are_the_marker() => new MarkedWeeks().Report().Shows("jointMarker", "All 5 signs hold in every window from 2026-02-02 to 2026-04-26");

    [Fact]
    [Trait("capability", "C81")]
    public void Four_of_five_are_partial_and_the_missing_one_is_named() =>
        new MarkedWeeks { Energy = [1, 7] }.Report().ShowsNot("jointMarker", "Partial: 4 of 5 signs hold from 2026-02-02 to 2026-04-26; missing: energy stabilises.");

    [Fact]
    [Trait("capability", "C81")]
    public void Signs_without_a_baseline_are_not_known_rather_than_missing() =>
        new MarkedWeeks { Enforcement = 2 }.Report(weeks: 12).ShowsNot("jointMarker", "not known: decisions accelerate, energy stabilises and corrections fall");

    [Fact]
    [Trait("capability", "C81")]
    public void Nothing_recorded_cannot_be_told() => new RecordedWork().Of(MarkerReport.Kind, 111).CannotTell("jointMarker", "0 of 5 signs");

    [Fact]
    [Trait("capability", "C76")]
    public void The_median_of_enforcement_crosses_zero()
    {
        var report = new MarkedWeeks().Report();
        report.Shows("continuation", "2 -> -2, -2, -2, it crossed 0");
        Assert.Equal([2, -2, -2, -2], report.Figures.Where(figure => figure.Name == "enforcement").Select(figure => figure.Value!.Value));
        new MarkedWeeks { Enforcement = 1 }.Report().ShowsNot("continuation", "it did not cross 0");
    }

    [Fact]
    [Trait("capability", "C77")]
    public void Faster_decisions_that_are_as_well_calibrated_accelerate() =>
        new MarkedWeeks().Report().Shows("decisionsAccelerate", "4 -> 1, 1, 1; Brier score: 0.01 -> 0.01, 0.01, 0.01: faster, and no worse calibrated");

    [Fact]
    [Trait("capability", "C77")]
    public void Faster_but_worse_calibrated_is_not_accepted() =>
        new MarkedWeeks { Right = false }.Report().ShowsNot("decisionsAccelerate", "faster but worse calibrated, not accepted");

    [Fact]
    [Trait("capability", "C77")]
    public void As_slow_as_before_is_not() => new MarkedWeeks { Days = 4 }.Report().ShowsNot("decisionsAccelerate", "not faster in every window");

    [Fact]
    [Trait("capability", "C78")]
    public void Energy_that_varies_less_and_is_no_lower_stabilises() => new MarkedWeeks { Energy = [4, 5] }.Report().Shows("energyStabilises", "steadier, and not lower");

    [Fact]
    [Trait("capability", "C78")]
    public void Flat_and_low_is_not_stable() => new MarkedWeeks { Energy = [2, 2] }.Report().ShowsNot("energyStabilises", "steadier but lower, which is not stable");

    [Fact]
    [Trait("capability", "C79")]
    public void Output_that_grows_faster_and_faster_compounds() => new MarkedWeeks().Report().Shows("outputCompounds", "compounding");

    [Fact]
    [Trait("capability", "C79")]
    public void Linear_growth_is_growing_and_not_compounding() => new MarkedWeeks { Rise = 2 }.Report().ShowsNot("outputCompounds", "2 a week (95 % interval 2 to 2): growing, not compounding");

    [Fact]
    [Trait("capability", "C80")]
    public void Corrections_per_finished_action_fall()
    {
        new MarkedWeeks { Corrections = 1 }.Report().Shows("correctionsFall", "0.46 -> 0.15, 0.15, 0.15");
        new MarkedWeeks { Corrections = 3 }.Report().ShowsNot("correctionsFall");
    }

    [Fact]
    [Trait("capability", "C178")]
    public void A_floor_kept_in_every_known_week_is_shown_against_the_best()
    {
        new MarkedWeeks().Report().Shows("floorKept", "kept its floor of 80 % in 16 of 16 known weeks; lowest 86 %, best 100 %");
        new MarkedWeeks { Done = [7, 5] }.Report().ShowsNot("floorKept", "in 8 of 16 known weeks; lowest 71 %, best 100 %");
    }

    [Fact]
    [Trait("capability", "C179")]
    public void The_marker_with_clean_processes_is_alignment_at_every_layer()
    {
        new MarkedWeeks().Report().Shows("alignedAtEveryLayer", "run clean");
        new MarkedWeeks { Consistent = false }.Report().ShowsNot("alignedAtEveryLayer", "not clean: “Publish” (consistent outcome)");
        new MarkedWeeks { Enforcement = 1 }.Report().ShowsNot("alignedAtEveryLayer", "missing: continuation, not enforcement");
    }

    [Fact]
    [Trait("capability", "C180")]
    public void Fluctuation_has_a_limit()
    {
        new MarkedWeeks().Report().Shows("withinFluctuationLimit", "limit 25 %");
        new MarkedWeeks { Done = [7, 1] }.Report().ShowsNot("withinFluctuationLimit");
    }
}

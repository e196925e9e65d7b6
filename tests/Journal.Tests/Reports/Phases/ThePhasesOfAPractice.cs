using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Phases;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Phases;

public sealed class ThePhasesOfAPractice
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C24")]
    public void Begin_with_momentum_where_it_is_done_and_on_time()
    {
        journal.Weeks(journal.Practice(), 0, [2, 6, 6], Late(0.2));
        var report = Read(20);
        Assert.Equal([("momentum", "2026-01-12")], report.Column("phases", "phase").Zip(report.Column("phases", "from")));
        Assert.Equal(FindingState.NotFound, report.Finding("phases").State);
    }

    [Fact]
    [Trait("capability", "C24")]
    public void Have_no_momentum_where_every_start_is_late()
    {
        journal.Weeks(journal.Practice(), 0, [6, 6], Late(0.9));
        Assert.Empty(Read(13).Table("phases").Rows);
    }

    [Fact]
    [Trait("capability", "C25")]
    public void Show_hesitation_in_later_starts_before_any_miss()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7], Late(0.2));
        journal.Weeks(practice, 2, [7, 7], Late(0.3));
        var report = Read(27);
        Assert.Equal([("momentum", "2026-01-05"), ("hesitation", "2026-01-19")], report.Column("phases", "phase").Zip(report.Column("phases", "from")));
        Assert.DoesNotContain(journal.Facts.Of<OutcomeFact>(), outcome => outcome.State == OutcomeState.Missed);
    }

    [Fact]
    [Trait("capability", "C25")]
    public void Show_hesitation_in_slower_decisions_too()
    {
        var aim = journal.Aim();
        journal.Weeks(journal.Practice(aim.Id), 0, [7, 7, 7, 7]);
        foreach (var (opened, made) in new[] { (0.0, 1.0), (7.0, 8.0), (14.0, 16.0), (21.0, 23.0) })
            journal.Decision(opened, made, aim.Id);
        Assert.Equal(["momentum", "hesitation"], Read(27).Column("phases", "phase"));
    }

    [Fact]
    [Trait("capability", "C25")]
    public void Show_no_hesitation_in_one_late_week()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7], Late(0.2));
        journal.Weeks(practice, 2, [7], Late(0.4));
        journal.Weeks(practice, 3, [7], Late(0.2));
        Assert.Equal(["momentum"], Read(27).Column("phases", "phase"));
    }

    [Fact]
    [Trait("capability", "C26")]
    public void Show_avoidance_where_reframes_go_from_none_to_three()
    {
        var aim = journal.Aim();
        journal.Weeks(journal.Practice(aim.Id), 0, [7, 7, 7, 7]);
        journal.Commitment(0, aim: aim.Id, with: one => one with { Reframes = [Reframe(15), Reframe(16), Reframe(23)] });
        var report = Read(27);
        Assert.Equal([("momentum", "2"), ("avoidance", "2")], report.Column("phases", "phase").Zip(report.Column("phases", "weeks")));
        Assert.Contains("phase 2 not observed", report.Finding("phases").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C26")]
    [Trait("capability", "C29")]
    public void Show_avoidance_in_skips_and_other_work_and_not_in_illness_or_what_is_not_coded()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7, 7, 7]);
        foreach (var day in new[] { 14.2, 15.2, 16.2 })
            journal.Outcome(practice, day, OutcomeState.Skipped, one => one with { Cause = Cause.Illness });
        journal.Outcome(practice, 16.4, OutcomeState.Skipped);
        Assert.Equal(["momentum"], Read(27).Column("phases", "phase"));
        journal.Add((id, at, events) => new TimeFact { Id = id, OccurredAt = at, Events = events, Minutes = 30, InsteadOf = practice.Id }, 15);
        journal.Outcome(practice, 17.2, OutcomeState.Skipped, one => one with { Cause = Cause.Reluctance });
        Assert.Equal(["momentum", "avoidance"], Read(27).Column("phases", "phase"));
    }

    [Fact]
    [Trait("capability", "C26")]
    public void Show_avoidance_where_misses_rise_and_less_of_what_was_started_is_finished()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7], Late(0));
        journal.Weeks(practice, 2, [5, 5], Late(0));
        Assert.Equal([("momentum", "2026-01-05"), ("avoidance", "2026-01-19")], Read(27).Column("phases", "phase").Zip(Read(27).Column("phases", "from")));
    }

    [Fact]
    [Trait("capability", "C26")]
    public void Show_no_avoidance_in_misses_alone()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 5, 5]);
        Assert.Equal(["momentum"], Read(27).Column("phases", "phase"));
    }

    [Fact]
    [Trait("capability", "C25")]
    [Trait("capability", "C28")]
    public void Return_to_momentum_where_starts_are_on_time_again()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7], Late(0.2));
        journal.Weeks(practice, 2, [7, 7], Late(0.3));
        journal.Weeks(practice, 4, [7, 7, 7], Late(0.2));
        Assert.Equal("“Write”, from 2026-01-05 on: 1 momentum (2 weeks) → 2 hesitation (2 weeks) → 1 momentum (3 weeks).", Read(48).Finding("phases").Sentence);
    }

    [Fact]
    [Trait("capability", "C28")]
    public void End_with_the_last_known_week()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 7]);
        var report = Read(200);
        Assert.Equal(["3"], report.Column("phases", "weeks"));
        Assert.Equal("As of 25 January 2026, when the records end: “Write”, from 2026-01-05 on: 1 momentum (3 weeks).", report.Finding("phases").Sentence);
    }

    [Fact]
    [Trait("capability", "C28")]
    public void Go_on_over_one_week_without_a_record_and_not_over_a_silence()
    {
        journal.Weeks(journal.Practice(title: "one"), 0, [7, 7, -1, 7]);
        journal.Weeks(journal.Practice(title: "three"), 0, [7, 7, -1, -1, -1, 7]);
        var report = Read(41);
        Assert.Equal([("4", "3"), ("2", "2")], report.Column("phases", "weeks").Zip(report.Column("phases", "known")));
        Assert.Contains(report.Findings, finding => finding.Sentence == "“one”, from 2026-01-05 on: 1 momentum (4 weeks, 3 known).");
    }

    [Fact]
    [Trait("capability", "C27")]
    [Trait("capability", "C28")]
    public void End_in_inconsistency_and_say_what_was_not_observed_between()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 2, 1, 1]);
        var report = Read(34);
        Assert.Equal([("momentum", "2026-01-05", "2"), ("inconsistency", "2026-01-19", "3")], report.Table("phases").Rows.Select(row => (row.Cells[2], row.Cells[4], row.Cells[5])));
        Assert.Equal("“Write”, from 2026-01-05 on: 1 momentum (2 weeks) → 4 inconsistency (3 weeks); phases 2-3 not observed.", report.Finding("phases").Sentence);
    }

    [Fact]
    [Trait("capability", "C29")]
    public void Do_not_take_illness_for_inconsistency()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7]);
        for (var day = 14; day < 35; day++)
            journal.Outcome(practice, day, OutcomeState.Skipped, one => one with { Cause = Cause.Illness });
        var report = Read(34);
        Assert.Equal(["momentum"], report.Column("phases", "phase"));
        Assert.Equal(FindingState.NotFound, report.Finding("phases").State);
    }

    [Fact]
    [Trait("capability", "C29")]
    public void Name_what_else_would_explain_them()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7]);
        journal.Weeks(practice, 2, [1, 1], one => one with { Cause = one.State == OutcomeState.Missed ? Cause.Environment : null });
        journal.Weeks(practice, 4, [-1, 0]);
        Assert.Equal(["environment: 12 misses or skips were put down to it", "missing data: too little is recorded in 1 week"], Read(41).Finding("phases").Alternatives);
    }

    [Fact]
    [Trait("capability", "C96")]
    public void Stand_beside_what_the_statistical_detector_finds()
    {
        var practice = journal.Practice();
        var random = new Random(7);
        for (var day = 0; day < 7 * 40; day++)
        {
            var score = (day is >= 105 and < 161 ? 0.9 : 0.2) + (0.2 * (random.NextDouble() - 0.5));
            journal.Outcome(practice, day, with: one => one with { Score = score });
        }

        var report = Read((7 * 40) - 1);
        Assert.Equal([("weeklyRules", "both"), ("detector", "both")], report.Column("methods", "method").Zip(report.Column("methods", "foundBy")));
    }

    [Fact]
    [Trait("capability", "C96")]
    public void Name_the_rules_alone_where_ticks_are_too_few_for_the_detector()
    {
        journal.Weeks(journal.Practice(), 0, [1, 0, 7, 7, 7, 1, 0]);
        Assert.Equal(["weeklyRules"], Read(48).Column("methods", "foundBy"));
    }

    [Fact]
    [Trait("capability", "C29")]
    public void Cannot_be_told_from_too_little()
    {
        journal.Weeks(journal.Practice(), 0, [7]);
        Assert.Equal(FindingState.Insufficient, Read(6).Finding("phases").State);
    }

    private static Func<OutcomeFact, OutcomeFact> Late(double days) => one => one with { PlannedAt = one.OccurredAt.AddDays(-days), StartedAt = one.OccurredAt };

    private static Reframe Reframe(double day) => new(CauseJournal.On(day), Reframing.Shrink, null, false, null, null);

    private Report Read(int last) => journal.Read(PhasesReport.Kind, last);
}

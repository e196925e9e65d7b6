using Journal.Beliefs;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Seeds.Consultant;
using Journal.States;

namespace Journal.Tests.Seeds;

/// <summary>The figures that seeds/README.md gives, counted from the week codes and found by the reports.</summary>
public sealed class TheConsultant
{
    private static readonly DateOnly LastDayBefore = new(2025, 9, 7);
    private static readonly DateOnly End = new(2026, 6, 14);
    private static readonly JournalFacts Facts = SeedFile.Consultant.Facts;

    [Fact]
    public void Wrote_on_72_mornings_before_and_on_159_after() =>
        Assert.Equal((72, 159), Halves("Write in the morning", outcomes => outcomes.Count(outcome => outcome.State == OutcomeState.Finished)));

    [Fact]
    public void Published_10_articles_before_and_33_after() =>
        Assert.Equal((10, 33), Halves("Publish an article", outcomes => outcomes.Count(outcome => outcome.State == OutcomeState.Finished)));

    [Theory]
    [InlineData("Publish an article", 0.2857, 0.9167)]
    [InlineData("Write in the morning", 0.4083, 0.8712)]
    public void Adheres_more_after(string practice, double before, double after)
    {
        var (b, a) = Adherence(practice);
        Assert.Equal((before, after), (Math.Round(b, 4), Math.Round(a, 4)));
    }

    [Fact]
    public void Spends_the_same_hours()
    {
        var (before, after) = Halves(null, outcomes => outcomes.Sum(outcome => outcome.Minutes ?? 0));
        Assert.InRange(after / before, 0.9, 1.1);
    }

    [Fact]
    public void Finds_the_mornings_half_as_hard()
    {
        var (before, after) = Halves("Write in the morning", outcomes => outcomes.Average(outcome => outcome.Effort)!.Value);
        Assert.InRange(before, 5, 6);
        Assert.InRange(after, 2, 3);
    }

    [Fact]
    public void Starts_the_article_days_late_before_and_on_the_day_after()
    {
        var (before, after) = Halves("Publish an article", outcomes => outcomes.Where(outcome => outcome.DelayDays is not null).Average(outcome => outcome.DelayDays)!.Value);
        Assert.InRange(before, 2, 4);
        Assert.InRange(after, -0.1, 0.1);
    }

    [Fact]
    public void Forces_the_work_before_and_is_carried_after()
    {
        var samples = Facts.Of<StateFact>().Where(sample => sample.Enforcement is not null).ToList();
        Assert.True(samples.Where(sample => sample.Day <= LastDayBefore).Average(sample => sample.Enforcement) > 1.5);
        Assert.True(samples.Where(sample => sample.Day > LastDayBefore.AddDays(70)).Average(sample => sample.Enforcement) < -0.5);
    }

    [Fact]
    public void Has_the_belief_that_limits_replaced_by_one_that_serves()
    {
        var served = Facts.Of<BeliefFact>().Single(belief => belief.EndedAt is null);
        var limited = Facts.Of<BeliefFact>().Single(belief => belief.Id == served.Replaces);
        Assert.Equal((BeliefStance.Limits, BeliefScope.Safe, served.Id), (limited.Stance, limited.Scope, limited.ReplacedBy!.Value));
        Assert.Equal((18, 7), Evidence(limited));
        Assert.Equal((15, 3), Evidence(served));
    }

    [Fact]
    public void Links_evidence_to_outcomes_and_entries_that_are_there() =>
        Assert.Empty(Facts.Of<EvidenceFact>().Select(evidence => evidence.SourceId!.Value).Except(Facts.Of<OutcomeFact>().Select(one => one.Id).Concat(Facts.Of<EntryFact>().Select(one => one.Id))));

    [Fact]
    public void Intervenes_at_three_layers_in_one_week() =>
        Assert.Equal(
            [(new DateOnly(2025, 9, 8), Layer.Belief), (new(2025, 9, 10), Layer.Thinking), (new(2025, 9, 12), Layer.Execution)],
            Facts.Of<InterventionFact>().Select(one => (one.Day, one.Layers.Single())));

    [Fact]
    public void Relapses_again_and_again_before_and_holds_after()
    {
        var article = CyclesReport.Of(Guid.Empty, new() { To = End }, Facts).Practices.Single(practice => practice.Title == "Publish an article");
        Assert.Equal(
            ["2025-01-06 fell 2025-01-20 back 2025-03-17", "2025-03-17 fell 2025-03-31 back 2025-06-09", "2025-06-09 fell 2025-07-28 back 2025-09-15"],
            article.Cycles.Select(cycle => $"{cycle.Onset:O} fell {cycle.Regression:O} back {cycle.Recovered:O}"));
        Assert.Equal((new DateOnly(2025, 9, 15), 39), (article.OpenProgress!.Onset, article.OpenProgress.Weeks));
    }

    [Fact]
    public void Has_only_the_first_half_as_of_the_day_before()
    {
        var before = Facts.AsOf(ValidTime.EndOf(LastDayBefore));
        Assert.Empty(before.Of<InterventionFact>());
        Assert.Equal(2, before.Of<BeliefFact>().Count(belief => belief is { EndedAt: null, Stance: BeliefStance.Limits }));
        Assert.DoesNotContain(before.All, fact => fact.Day > LastDayBefore);
        var report = AlignmentReport.Of(Guid.Empty, new() { To = End, AsOf = ValidTime.EndOf(LastDayBefore) }, Facts);
        Assert.Equal(ConsultantWeeks.Turn, report.Weeks.Count);
    }

    [Fact]
    public void Has_belief_lowest_before_and_too_little_of_it_in_a_week_to_name_it()
    {
        var weeks = AlignmentReport.Of(Guid.Empty, new() { To = LastDayBefore }, Facts).Weeks.Where(week => week is { Belief.Score: not null, Execution.Score: not null }).ToList();
        Assert.True(weeks.Count(week => week.Belief.Score < week.Execution.Score) > weeks.Count(week => week.Execution.Score < week.Belief.Score));
        Assert.All(weeks.Where(week => week.Limiting is not null), week => Assert.True(week.Lowest >= 0.9));
        Assert.All(weeks.Where(week => week.Limiting is null && week.Belief.Score < week.Execution.Score), week => Assert.True(week.Lowest < 0.9 || week.Thinking.Score < week.Belief.Score + 0.1));
    }

    private static (T Before, T After) Halves<T>(string? practice, Func<IReadOnlyList<OutcomeFact>, T> figure)
    {
        var id = Facts.Of<PracticeFact>().SingleOrDefault(one => one.Title == practice)?.Id;
        var outcomes = Facts.Of<OutcomeFact>().Where(outcome => practice is null || outcome.PracticeId == id).ToList();
        return (figure([.. outcomes.Where(outcome => outcome.Day <= LastDayBefore)]), figure([.. outcomes.Where(outcome => outcome.Day > LastDayBefore)]));
    }

    private static (double Before, double After) Adherence(string practice)
    {
        var weeks = AlignmentReport.Of(Guid.Empty, new() { To = End }, Facts).Practices.Single(one => one.Title == practice).Weeks;
        return (weeks.Where(week => week.Start <= LastDayBefore).Average(week => week.Adherence)!.Value, weeks.Where(week => week.Start > LastDayBefore).Average(week => week.Adherence)!.Value);
    }

    private static (int For, int Against) Evidence(BeliefFact belief)
    {
        var evidence = Facts.Of<EvidenceFact>().Where(one => one.BeliefId == belief.Id).ToLookup(one => one.Direction);
        return (evidence[EvidenceDirection.Supports].Count(), evidence[EvidenceDirection.Contradicts].Count());
    }
}

using Journal.Facts;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Tests.Seeds;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class ANamedMoment
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 7, 30, 0, TimeSpan.FromHours(1));
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly JournalFacts Facts = new(1,
    [
        new InterventionFact { Id = Id, OccurredAt = Start, Events = [], Title = "Ship: ugly", Layers = [Layer.Belief] },
        new InterventionFact { Id = Guid.NewGuid(), OccurredAt = Start.AddDays(9), Events = [], Title = "Ship small", Layers = [Layer.Belief] },
        new MomentFact { Id = Guid.NewGuid(), OccurredAt = Start.AddDays(1), Events = [], Title = "Launch" },
        new MomentFact { Id = Guid.NewGuid(), OccurredAt = Start.AddDays(2), Events = [], Title = "launch" },
    ]);

    [Theory]
    [InlineData("before:intervention:Ship: ugly", "2026-01-05T07:29:59.999999+01:00")]
    [InlineData("before:intervention:ship: UG", "2026-01-05T07:29:59.999999+01:00")]
    [InlineData("label:LAUNCH", "2026-01-07T07:30:00+01:00")]
    public void Is_found_by_its_title_or_how_that_begins(string text, string found) => Assert.Equal(found, Find(text).Text);

    [Fact]
    public void Is_found_by_its_id() => Assert.Equal("2026-01-05T07:29:59.999999+01:00", Find($"before:intervention:{Id}").Text);

    [Theory]
    [InlineData("before:intervention:Ship")]
    [InlineData("before:intervention:Sleep")]
    [InlineData("label:la")]
    [InlineData("peak:Write:1")]
    public void That_nothing_or_more_than_one_thing_answers_to_is_refused(string text) => Assert.Equal(("moment.unknown", RefusalKind.Unknown), (Find(text).Refusal?.Code, Find(text).Refusal?.Kind));

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2026-01-05T07:30:00+01:00")]
    [InlineData("peak:Write")]
    [InlineData("label:")]
    public void Is_nothing_that_is_written_otherwise(string text) => Assert.Null(NamedMoment.Parse(text));

    [Fact]
    public void Is_the_end_of_the_peak_week_of_a_cycle()
    {
        var facts = SeedFile.Consultant.Facts;
        var practice = facts.Of<PracticeFact>()[0];
        var (text, refusal) = new MomentFinder(facts, new DateOnly(2026, 11, 1), RuleSet.Default).Find(new NamedMoment.PeakOfACycle(practice.Title, 1));
        Assert.Null(refusal);
        Assert.Equal(DayOfWeek.Sunday, DateOnly.Parse(text!, null).DayOfWeek);
    }

    private static (string? Text, Refusal? Refusal) Find(string text) =>
        new MomentFinder(Facts, new DateOnly(2026, 2, 1), RuleSet.Default).Find(NamedMoment.Parse(text)!);
}

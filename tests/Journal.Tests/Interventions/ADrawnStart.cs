using Journal.Interventions;

namespace Journal.Tests.Interventions;

/// <summary>A start that the journal draws among weeks to come, and records before the first of them.</summary>
public sealed class ADrawnStart
{
    private static readonly Guid Id = Guid.Parse("0198a000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Wednesday = new(2026, 1, 7, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_drawn_from_the_next_monday_on_and_the_same_when_asked_again()
    {
        var first = Draw(Id, 6);
        Assert.Equal(new DateOnly(2026, 1, 12), first.First);
        Assert.InRange(first.Place, 0, 5);
        Assert.Equal(first, Draw(Id, 6));
    }

    [Fact]
    public void Every_week_is_drawn_as_often()
    {
        var places = Enumerable.Range(0, 6000).Select(i => Draw(new Guid(i + 1, 0, 0, new byte[8]), 6).Place).GroupBy(place => place).Select(same => same.Count()).ToList();
        Assert.Equal(6, places.Count);
        Assert.All(places, count => Assert.InRange(count, 850, 1150));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(27)]
    public void Too_few_or_too_many_weeks_are_refused(int weeks) =>
        Assert.Equal("weeks.range", InterventionDecider.Decide(Start(Id, weeks), null, Wednesday).Refusal?.Code);

    [Fact]
    public void Without_a_draw_it_begins_at_once() => Assert.IsType<InterventionStarted>(Assert.Single(InterventionDecider.Decide(Start(Id, null), null, Wednesday).Events));

    [Fact]
    public void It_begins_on_the_monday_that_was_drawn()
    {
        var fact = InterventionDecider.Decide(Start(Id, 6), null, Wednesday).Events.Aggregate((InterventionFact?)null, (so, e) => InterventionFact.Fold(so, e, Guid.NewGuid()));
        Assert.Equal(new DateOnly(2026, 1, 12).AddDays(7 * fact!.Drawn!.Place), fact.Begins);
    }

    private static InterventionStartDrawn Draw(Guid id, int weeks) => InterventionDecider.Decide(Start(id, weeks), null, Wednesday).Events.OfType<InterventionStartDrawn>().Single();

    private static StartIntervention Start(Guid id, int? weeks) => new("Write before nine", [Layer.Execution], null, weeks) { Id = id };
}

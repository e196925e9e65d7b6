using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Execution;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Execution;

public sealed class HoldingItByEffort
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C31")]
    public void An_effort_of_5_in_three_small_actions_is_friction()
    {
        Rated(10, 5, 5, 6, 1);
        Assert.Equal((FindingState.Found, 4), (Read().State("friction"), Read().Finding("friction").N));
        Assert.Equal(4.25, Read().Figure("friction.mean").Value);
    }

    [Fact]
    [Trait("capability", "C31")]
    public void Two_hard_ones_are_not_and_two_ratings_are_too_few()
    {
        Rated(10, 5, 7);
        Assert.Equal(FindingState.Insufficient, Read().State("friction"));
        Rated(10, 1);
        Assert.Equal(FindingState.NotFound, Read().State("friction"));
    }

    [Fact]
    [Trait("capability", "C31")]
    public void Large_actions_may_be_hard()
    {
        Rated(60, 7, 7, 7);
        Assert.Equal(FindingState.Insufficient, Read().State("friction"));
    }

    [Theory]
    [InlineData("xxxxxxx", 3, FindingState.Found)]
    [InlineData("xxxxxxx", -1, FindingState.NotFound)]
    [InlineData("xxooooo", 3, FindingState.NotFound)]
    [Trait("capability", "C47")]
    public void Adherence_that_holds_under_enforcement_is_held_by_effort(string week, int enforcement, FindingState expected)
    {
        book.Days(book.Practice(), week + week + week);
        for (var day = 0; day < 3; day++)
        {
            book.Sample(day, enforcement: enforcement);
        }

        Assert.Equal(expected, Read().State("heldByEffort"));
    }

    [Fact]
    [Trait("capability", "C47")]
    public void Without_ratings_it_cannot_be_told()
    {
        book.Days(book.Practice(), "xxxxxxxxxxxxxxxxxxxxx");
        Assert.Equal(FindingState.Insufficient, Read().State("heldByEffort"));
    }

    [Fact]
    [Trait("capability", "C49")]
    public void Days_of_low_motivation_are_reported_apart()
    {
        book.Days(book.Practice(), "xxxxxoos.x");
        int[] motivation = [6, 6, 6, 2, 2, 2, 1, 1, 1];
        for (var day = 0; day < motivation.Length; day++)
        {
            book.Sample(day, motivation: motivation[day]);
        }

        // Low: days 3 to 6 are known, 7 was excused, 8 is unknown. High: days 0 to 2. Of day 9 the motivation is not known.
        var report = Read();
        Assert.Equal((0.5, 4), (report.Figure("adherence.lowMotivation").Value, report.Figure("adherence.lowMotivation").N));
        Assert.Equal((1.0, 3), (report.Figure("adherence.otherDays").Value, report.Figure("adherence.otherDays").N));
    }

    private Report Read() => book.Read(ExecutionReport.Kind, to: 20);

    private void Rated(double minutes, params int[] efforts)
    {
        foreach (var effort in efforts)
        {
            book.Commitment(0, 1, with: one => one with { PlannedMinutes = minutes, Endings = [new(OutcomeState.Finished, At(2), effort, minutes, null, HasReason: false)] });
        }
    }
}

using Journal.Practices;
using Journal.Reports;
using Journal.Web.Pages;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Overview;
using Journal.Web.Pages.Subjects;

namespace Journal.Tests.Pages;

public sealed class WordsOfAPage
{
    [Theory]
    [InlineData(0.8333, "share", "83.3 %")]
    [InlineData(0.0312, "probability", "3.1 %")]
    [InlineData(1.0, "weeks", "1 week")]
    [InlineData(4.0, "weeks", "4 weeks")]
    [InlineData(12.0, "count", "12")]
    [InlineData(4.5, "1 to 7", "4.5 on a scale from 1 to 7")]
    [InlineData(2.0, "of 3", "2 of 3")]
    [InlineData(117.88, "hours", "4.9 days")]
    [InlineData(0.42, "days", "10.1 hours")]
    [InlineData(0.0039, "days", "6 minutes")]
    [InlineData(-3.0, "days", "-3 days")]
    [InlineData(1234.567, "count", "1235")]
    [InlineData(null, "weeks", "not known")]
    public void Give_a_value_with_its_unit(double? value, string unit, string words) => Assert.Equal(words, Wording.Value(value, unit));

    [Theory]
    [InlineData(null, "–")]
    [InlineData("2025-03-17", "17 Mar 2025")]
    [InlineData("2025-03-17T08:15:00+01:00", "17 Mar 2025, 08:15")]
    [InlineData("0.3333", "0.33")]
    [InlineData("007", "007")]
    [InlineData("openProgress", "progress that holds")]
    [InlineData("Version 1.2.3", "Version 1.2.3")]
    [InlineData("2025-plan", "2025-plan")]
    public void Give_a_cell_as_it_is_read(string? cell, string words) => Assert.Equal(words, Wording.Cell(cell));

    [Theory]
    [InlineData("One thing to record: a practice (journal practice adopt).", "One thing to record: a practice.")]
    [InlineData("“Run (journal x) 2025-01-01” fell on 2025-01-02.", "“Run (journal x) 2025-01-01” fell on 2 Jan 2025.")]
    [InlineData("On 2025-13-45 nothing.", "On 2025-13-45 nothing.")]
    public void Leave_out_of_a_sentence_what_is_for_a_terminal(string sentence, string words) => Assert.Equal(words, Wording.Sentence(sentence));

    [Fact]
    public void Say_once_when_the_records_end() => Assert.Equal("“Run” is in regression.", Wording.Said("As of 21 June 2026, when the records end: “Run” is in regression."));

    [Theory]
    [InlineData(null, "not known")]
    [InlineData(0.6, "holds")]
    [InlineData(0.59, "wavers")]
    [InlineData(0.3, "wavers")]
    [InlineData(0.29, "slips")]
    public void Say_how_a_layer_stands(double? score, string word) => Assert.Equal(word, LayerState.WordOf(score, RuleSet.Default));

    [Fact]
    public void Say_how_a_layer_stands_by_the_rules_that_are_asked() => Assert.Equal("wavers", LayerState.WordOf(0.8, RuleSet.Default.With("progress", 0.9).Set!));

    [Theory]
    [InlineData("dark", "sunday", "dark", DayOfWeek.Sunday)]
    [InlineData("\"><script>", "someday", null, DayOfWeek.Monday)]
    [InlineData("", "saturday", null, DayOfWeek.Saturday)]
    public void Take_a_look_that_is_known_and_else_the_usual(string theme, string day, string? shown, DayOfWeek first) => Assert.Equal((shown, first), (Look.Of(theme, day).Theme, Look.Of(theme, day).FirstDay));

    [Theory]
    [InlineData(DayOfWeek.Monday)]
    [InlineData(DayOfWeek.Saturday)]
    [InlineData(DayOfWeek.Sunday)]
    public void Show_weeks_from_the_day_that_was_chosen_and_today_in_the_last(DayOfWeek first)
    {
        var practice = new PracticeFact { Id = Guid.NewGuid(), OccurredAt = default, Events = [], Title = "Read", Cadences = [new(default, 1, 1, null)] };
        for (var today = new DateOnly(2025, 3, 3); today < new DateOnly(2025, 3, 10); today = today.AddDays(1))
        {
            var map = CalendarMap.Of(practice, [], today, first);
            Assert.Equal(first, map.First.DayOfWeek);
            Assert.InRange(today.DayNumber - map.First.DayNumber, 7 * (map.Weeks - 1), (7 * map.Weeks) - 1);
        }
    }
}

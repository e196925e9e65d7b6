using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Tests.Reports.Weeks;

/// <summary>Days without a record: missed where the journal was in use, unknown where it was not, and never missed from the last record of anything on.</summary>
public sealed class WhatSilenceMeans
{
    private readonly FactBook book = new();

    [Fact]
    public void A_practice_that_declines_without_a_recorded_miss_is_a_regression()
    {
        // 7 7 7 4 4 4 2 2 2 days a week, the last of each week on its Sunday.
        var weeks = new FactBook();
        var practice = weeks.Practice(silence: Silence.InUse);
        weeks.Days(practice, string.Concat("xxxxxxx", "xxxxxxx", "xxxxxxx", "xx..x.x", "xx..x.x", "xx..x.x", "x.....x", "x.....x", "x.....x"));
        weeks.Days(practice, "x", 63);
        var read = Cycles(weeks, 140);
        var cycle = Assert.Single(read.Practices[0].Cycles);
        Assert.Equal((new DateOnly(2026, 1, 26), 6, 1.0, "open"), (cycle.Regression, cycle.Weeks, cycle.Peak, cycle.State));
        Assert.False(cycle.Firm);
        Assert.Equal(9, read.Practices[0].N);
        Assert.Equal([1, 1, 1, 0.5714, 0.5714, 0.5714, 0.2857, 0.2857, 0.2857, null], Alignment(weeks, 140).Practices[0].Weeks.Take(10).Select(week => week.Adherence));
    }

    [Fact]
    public void A_week_in_which_nothing_was_recorded_is_unknown()
    {
        var practice = book.Practice(silence: Silence.InUse);
        book.Days(practice, "xxxxxxx" + "......." + "x......" + "x");
        Assert.Equal([1, null, 0.1429, null], Alignment(book, 27).Practices[0].Weeks.Select(week => week.Adherence));
    }

    [Fact]
    public void A_record_of_anything_else_makes_a_week_one_in_use()
    {
        var practice = book.Practice(silence: Silence.InUse);
        book.Days(practice, "xxxxxxx" + "......." + "x......" + "x");
        book.Sample(9, energy: 4);
        Assert.Equal([1, 0, 0.1429, null], Alignment(book, 27).Practices[0].Weeks.Select(week => week.Adherence));
    }

    [Fact]
    public void From_the_last_record_on_no_day_is_missed()
    {
        book.Days(book.Practice(silence: Silence.Missed), "xxxxxxx" + "xx.....");
        var weeks = Alignment(book, 27).Practices[0].Weeks;
        Assert.Equal([1, null, null, null], weeks.Select(week => week.Adherence));
        Assert.All(weeks.Skip(1), week => Assert.Equal((0, 0), (week.Missed, week.Silent)));
    }

    [Fact]
    public void What_was_imported_ends_with_its_file()
    {
        book.Days(book.Practice(silence: Silence.Missed, with: one => one with { Source = "loop:15" }), "xxxxxxx" + "x......" + "x");
        book.Sample(40, energy: 4);
        Assert.Equal([1, 0.1429, null, null, null, null], Alignment(book, 41).Practices[0].Weeks.Select(week => week.Adherence));
    }

    [Fact]
    public void One_skip_of_a_weekly_practice_excuses_the_week()
    {
        var practice = book.Practice(times: 1, days: 7, silence: Silence.InUse);
        book.Days(practice, "x......" + "..s...." + "......." + "x");
        book.Sample(16, energy: 4);
        Assert.Equal([1, null, 0, 1], Alignment(book, 27).Practices[0].Weeks.Select(week => week.Adherence));
    }

    [Fact]
    public void Every_adherence_is_given_with_silent_days_left_out_missed_and_done()
    {
        var practice = book.Practice(silence: Silence.InUse);
        book.Days(practice, "xxxo..." + "x");
        var week = Alignment(book, 13).Practices[0].Weeks[0];
        Assert.Equal((0.4286, 3), (week.Adherence!.Value, week.Silent));
        Assert.Equal((0.75, 0.4286, 0.8571), (week.Bounds.LeftOut!.Value, week.Bounds.AllMissed!.Value, week.Bounds.AllDone!.Value));
    }

    [Fact]
    public void A_cycle_with_every_day_recorded_is_firm()
    {
        book.Days(book.Practice(silence: Silence.InUse), new string('x', 14) + new string('o', 14));
        Assert.True(Assert.Single(Cycles(book, 27).Practices[0].Cycles).Firm);
    }

    [Fact]
    public void A_person_may_choose_that_silence_says_nothing()
    {
        var practice = book.Practice(silence: Silence.InUse, with: one => one with { Chosen = [new ChosenSilence(FactBook.At(200), Silence.Unknown)] });
        book.Days(practice, "xxxx..." + "x");
        Assert.Equal(1, Alignment(book, 13).Practices[0].Weeks[0].Adherence);
        Assert.Equal(Silence.InUse, ((PracticeFact)practice.Until(ValidTime.At(FactBook.At(100)))).SilenceMeans);
    }

    [Fact]
    public void Two_weeks_after_the_last_record_nothing_is_said_of_now()
    {
        book.Days(book.Practice(silence: Silence.InUse), new string('x', 14) + new string('o', 14));
        Assert.Equal("“Write” is in regression since 2026-01-19.", Open(40));
        Assert.Equal("“Write” was in regression, since 2026-01-19, when the records end on 1 February 2026.", Open(43));
        var standing = Journal.Reports.TimeTravel.Standing.Of(Alignment(book, 43), Cycles(book, 43)).Sentence;
        Assert.StartsWith("The records end on 1 February 2026; what follows was so then. “Write” was in regression for 2 weeks", standing, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_names_the_last_record_it_rests_on()
    {
        book.Days(book.Practice(), new string('x', 14) + new string('o', 14));
        book.Sample(30, energy: 4);
        var report = Cycles(book, 31);
        Assert.Equal(new DateOnly(2026, 2, 4), report.Origin.LastRecord);
        Assert.Equal(new DateOnly(2026, 2, 1), report.Findings.Single(finding => finding.Name == "cycle").LastRecord);
    }

    private string Open(int to) => Cycles(book, to).Findings.Single(finding => finding.Name == "openRegression").Sentence;

    private static CyclesReport Cycles(FactBook book, int to) => (CyclesReport)book.Read(CyclesReport.Kind, to);

    private static AlignmentReport Alignment(FactBook book, int to) => (AlignmentReport)book.Read(AlignmentReport.Kind, to);
}

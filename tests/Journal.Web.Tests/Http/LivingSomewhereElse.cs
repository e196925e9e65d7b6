using System.Globalization;

namespace Journal.Web.Tests.Http;

/// <summary>A journal of Lisbon, its owner in Tokyo for a week: the phone sends its own offset with each morning at six.</summary>
public sealed class LivingSomewhereElse(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task The_days_are_those_that_were_lived()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewAsync("practices", """{"title":"Swim","silence":"missed","occurredAt":"2026-05-04T05:00:00+09:00"}""");
        foreach (var day in Enumerable.Range(4, 7))
            await me.NewAsync($"practices/{practice}/outcomes", string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"finished","occurredAt":"2026-05-{{day:00}}T06:00:00+09:00"}"""));
        var week = (await me.GetAsync("reports/alignment?from=2026-05-04&to=2026-05-10")).Succeeds().GetProperty("weeks").EnumerateArray().Single();
        Assert.Equal(("2026-W19", 1.0), (week.GetProperty("week").GetString(), week.GetProperty("execution").GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task An_older_name_of_a_zone_is_kept_as_what_it_is_called_now()
    {
        Assert.SkipUnless(File.Exists("/usr/share/zoneinfo/tzdata.zi"), "This machine keeps no list of older names.");
        var me = await journal.NewPersonAsync();
        Assert.Equal("America/Los_Angeles", (await me.PatchAsync("me", """{"zone":"US/Pacific"}""")).Succeeds().GetProperty("zone").GetString());
    }

    [Fact]
    public async Task A_day_of_which_nobody_knows_is_recorded_as_such()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        await me.NewAsync($"practices/{practice}/outcomes", """{"kind":"unknown","note":"asleep early?"}""");
        var outcome = (await me.GetAsync($"practices/{practice}/outcomes")).Succeeds().GetProperty("items").EnumerateArray().Single();
        Assert.Equal("unknown", outcome.GetProperty("state").GetString());
    }
}

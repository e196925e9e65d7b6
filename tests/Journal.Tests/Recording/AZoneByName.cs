using Journal.Recording;

namespace Journal.Tests.Recording;

public sealed class AZoneByName
{
    [Theory]
    [InlineData("Europe/Lisbon")]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Europe/Amsterdam")]
    [InlineData("Asia/Kolkata")]
    public void Stays_as_it_is(string name) => Assert.Equal(name, Zones.Canonical(name));

    [Theory]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("GB", "Europe/London")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("EST", "America/Panama")]
    public void That_is_an_older_one_becomes_what_the_zone_is_called_now(string name, string now)
    {
        Assert.SkipUnless(File.Exists("/usr/share/zoneinfo/tzdata.zi"), "This machine keeps no list of older names.");
        Assert.Equal(now, Zones.Canonical(name));
        Assert.True(Zones.TryFind(name, out _));
    }

    [Theory]
    [InlineData("US/Vanished")]
    [InlineData("Europe/Atlantis")]
    [InlineData("../etc/passwd")]
    [InlineData("posixrules")]
    [InlineData("right/UTC")]
    [InlineData("")]
    [InlineData(null)]
    public void That_is_none_is_not_found(string? name) => Assert.False(Zones.TryFind(name, out _));

    [Fact]
    public void That_is_endless_is_not_found() => Assert.False(Zones.TryFind(new string('A', 1_000_000), out _));
}

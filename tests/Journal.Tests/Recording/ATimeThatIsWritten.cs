using Journal.Recording;

namespace Journal.Tests.Recording;

public sealed class ATimeThatIsWritten
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-01-05", "2026-01-05T12:00:00.0000000+01:00")]
    [InlineData("2026-01-05T07:30", "2026-01-05T07:30:00.0000000+01:00")]
    [InlineData("2026-01-05 07:30", "2026-01-05T07:30:00.0000000+01:00")]
    [InlineData("2026-01-05t07:30:15", "2026-01-05T07:30:15.0000000+01:00")]
    [InlineData("2026-01-05T07:30:00.5", "2026-01-05T07:30:00.5000000+01:00")]
    [InlineData("2026-01-05T07:30:00.1234567Z", "2026-01-05T08:30:00.1234567+01:00")]
    [InlineData("2026-01-05T07:30:00.123456789Z", "2026-01-05T08:30:00.1234568+01:00")]
    [InlineData("2026-01-05T07:30:59.999999999z", "2026-01-05T08:31:00.0000000+01:00")]
    [InlineData("2026-01-05T07:30:00.12345678+01:00", "2026-01-05T07:30:00.1234568+01:00")]
    [InlineData("2026-01-05T07:30+05:30", "2026-01-05T07:30:00.0000000+05:30")]
    [InlineData("2026-05-04T06:00:00+09:00", "2026-05-04T06:00:00.0000000+09:00")]
    [InlineData("2026-05-04T06:00:00+00:00", "2026-05-04T06:00:00.0000000+00:00")]
    [InlineData("2026-05-04T06:00:00-00:00", "2026-05-04T08:00:00.0000000+02:00")]
    [InlineData("2026-05-04T06:00:00Z", "2026-05-04T08:00:00.0000000+02:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:30:00.0000000+02:00")]
    public void Is_the_moment_that_was_lived(string text, string expected)
    {
        Assert.True(LocalTime.TryParse(text, out var moment));
        Assert.Equal(expected, moment.In(Berlin).ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-01-05T")]
    [InlineData("2026-01-05T7:30")]
    [InlineData("2026-01-05T07:30.5")]
    [InlineData("2026-01-05T07:30:00.")]
    [InlineData("2026-01-05T07:30:00.1234567890Z")]
    [InlineData("2026-01-05T07:30:00,5Z")]
    [InlineData("2026-01-05T07:30:00+25:00")]
    [InlineData("2026-01-05T07:30:00+14:01")]
    [InlineData("2026-01-05T07:30:00+1:00")]
    [InlineData("2026-01-05T07:30:00+aa:bb")]
    [InlineData("2026-01-05T24:00:00Z")]
    [InlineData("2026-02-30T07:30:00Z")]
    [InlineData("2026-01-05X07:30")]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    [InlineData("0001-01-01T00:00Z")]
    [InlineData("2026-01-05T07:30:00Z ")]
    public void Is_refused_where_it_is_none(string? text) => Assert.False(LocalTime.TryParse(text, out _));

    [Fact]
    public void Asks_as_true_on_the_person_s_own_day()
    {
        Assert.True(LocalTime.TryParse("2026-01-05T23:30:00-10:00", out var moment));
        Assert.Equal(new DateOnly(2026, 1, 6), moment.AsValidTime(Berlin).Day);
    }
}

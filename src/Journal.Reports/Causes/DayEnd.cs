namespace Journal.Reports.Causes;

/// <summary>Where a day ends for the person who lived it.</summary>
internal static class DayEnd
{
    /// <summary>The end of a day, in the offset of a moment of theirs.</summary>
    public static DateTimeOffset EndLike(this DateOnly day, DateTimeOffset moment) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), moment.Offset);

    /// <summary>Whether a moment lies on a day or before it.</summary>
    public static bool By(this DateTimeOffset moment, DateOnly day) => DateOnly.FromDateTime(moment.DateTime) <= day;
}

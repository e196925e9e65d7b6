using Journal.Reports.Weeks;

namespace Journal.Reports.Work;

/// <summary>What one week says of something.</summary>
/// <param name="Value">Null where the week is not known, which is not 0.</param>
/// <param name="N">How many records it rests on.</param>
internal sealed record WeekValue(IsoWeek Week, double? Value, int N, IReadOnlyList<Guid> Events)
{
    /// <summary>The weeks as points of a chart.</summary>
    public static Series Chart(string name, string label, string unit, IEnumerable<WeekValue> weeks) =>
        new(name, label, unit, null, [.. weeks.Select(week => new Point(week.Week.Monday, week.Value, week.N))]);
}

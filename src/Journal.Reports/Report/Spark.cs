namespace Journal.Reports;

/// <summary>A series as one line of blocks for a terminal; a gap where a value is not known.</summary>
public static class Spark
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <param name="points">Oldest first.</param>
    /// <param name="width">At most so many columns; neighbours are averaged to fit.</param>
    public static string Line(IReadOnlyList<Point> points, int width = 60)
    {
        var columns = Math.Min(width, points.Count);
        double?[] values = [.. Enumerable.Range(0, columns).Select(column => Mean(points, column * points.Count / columns, (column + 1) * points.Count / columns))];
        var (low, high) = (values.Min() ?? 0, values.Max() ?? 0);
        return string.Concat(values.Select(value => value is { } v ? Blocks[high > low ? (int)Math.Round((v - low) / (high - low) * (Blocks.Length - 1)) : Blocks.Length / 2] : ' '));
    }

    private static double? Mean(IReadOnlyList<Point> points, int from, int to) => points.Skip(from).Take(to - from).Average(point => point.Value);
}

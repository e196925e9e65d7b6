namespace Journal.Reports.Marker;

/// <summary>The joint marker (C81): all five signs in every window. Fewer are partial, and the missing ones are named.</summary>
internal static class Joint
{
    public static Sign Of(IReadOnlyList<Sign> signs, MarkerWindows windows)
    {
        List<string> failing = [.. signs.Where(sign => sign.Holds == false).Select(sign => sign.Called)];
        List<string> unknown = [.. signs.Where(sign => sign.Holds is null).Select(sign => sign.Called)];
        var held = signs.Count - failing.Count - unknown.Count;
        var (n, events) = (signs.Sum(sign => sign.N), signs.SelectMany(sign => sign.Events).Distinct().ToList());
        var span = $"from {Text.Day(windows.Whole.First)} to {Text.Day(windows.Whole.Last)}";
        var missing = failing.Count > 0 ? $"; missing: {Text.List(failing)}" : "";
        var open = unknown.Count > 0 ? $"; not known: {Text.List(unknown)}" : "";
        return new(
            "jointMarker",
            "the joint marker",
            failing.Count > 0 ? false : unknown.Count > 0 ? null : true,
            held == signs.Count
                ? $"All {signs.Count} signs hold in every window {span}."
                : $"{(held > 0 ? "Partial: " : "")}{held} of {signs.Count} signs hold {span}{missing}{open}.",
            n,
            events);
    }
}

namespace Journal.Reports.TimeTravel;

/// <summary>Puts beside each other what two reports say of the same thing.</summary>
internal static class Pairs
{
    /// <summary>
    /// What has the same name is the same thing where each side has one of it, whatever window it speaks of; where a side has several, the window tells them
    /// apart.
    /// </summary>
    /// <returns>In the order of <paramref name="after"/>; what is only in <paramref name="before"/> stands where its name first comes up, or at the end.</returns>
    public static IEnumerable<(T? Before, T? After)> Of<T, TName, TWindow>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TName> name, Func<T, TWindow> window)
        where T : class
        where TName : notnull
        where TWindow : notnull
    {
        var (old, @new) = (before.ToLookup(name), after.ToLookup(name));
        foreach (var key in after.Concat(before).Select(name).Distinct())
        {
            var (first, second) = (old[key].ToList(), @new[key].ToList());
            foreach (var pair in first.Count <= 1 && second.Count <= 1 ? [(first.FirstOrDefault(), second.FirstOrDefault())] : ByWindow(first, second, window))
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<(T? Before, T? After)> ByWindow<T, TWindow>(List<T> before, List<T> after, Func<T, TWindow> window)
        where T : class
        where TWindow : notnull
    {
        var waiting = before.GroupBy(window).ToDictionary(group => group.Key, group => new Queue<T>(group));
        foreach (var one in after)
        {
            yield return (waiting.TryGetValue(window(one), out var same) && same.TryDequeue(out var match) ? match : null, one);
        }

        var left = waiting.Values.SelectMany(queue => queue).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var one in before.Where(left.Contains))
        {
            yield return (one, null);
        }
    }
}

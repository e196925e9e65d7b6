namespace Journal.Facts;

/// <summary>Lists as they were earlier.</summary>
internal static class Earlier
{
    /// <summary>Those of a list that were there; the list itself where all were, so that a fact in which nothing changed equals itself.</summary>
    public static IReadOnlyList<T> Those<T>(this IReadOnlyList<T> all, Func<T, bool> wereThere) => all.All(wereThere) ? all : [.. all.Where(wereThere)];

    /// <summary>The same of a list whose first was always there.</summary>
    public static IReadOnlyList<T> FirstAndThose<T>(this IReadOnlyList<T> all, Func<T, bool> wereThere) =>
        all.Skip(1).All(wereThere) ? all : [all[0], .. all.Skip(1).Where(wereThere)];

    /// <summary>Each as it was; the list itself where none was otherwise.</summary>
    public static IReadOnlyList<T> Each<T>(this IReadOnlyList<T> all, Func<T, T> earlier)
        where T : class => all.All(one => ReferenceEquals(one, earlier(one))) ? all : [.. all.Select(earlier)];
}

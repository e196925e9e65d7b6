namespace Journal.Web.Subjects;

/// <summary>A page of what is known of a person's things of one kind, by valid time.</summary>
/// <param name="Items">What each has become by now, every recorded event included.</param>
/// <param name="Next">The cursor of the next page; null when this is the last.</param>
internal sealed record FactPage<TFact>(IReadOnlyList<TFact> Items, string? Next);

internal sealed record FactQuery
{
    /// <summary>Only what occurred on this day or later.</summary>
    public string? From { get; init; }

    /// <summary>Only what occurred on this day or earlier.</summary>
    public string? To { get; init; }

    /// <summary>Only what serves this aim.</summary>
    public Guid? Aim { get; init; }

    /// <summary>oldest or newest first; oldest when left out.</summary>
    public string? Order { get; init; }

    /// <summary>The next of the page before; the same filters go with it.</summary>
    public string? Cursor { get; init; }

    /// <summary>Items a page, 1 to 500; 100 when left out.</summary>
    public string? Limit { get; init; }
}

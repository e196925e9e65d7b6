namespace Journal.Web.Subjects;

/// <summary>A page of what is known of a person's things of one kind, by valid time.</summary>
/// <param name="Items">What each has become by now, every recorded event included.</param>
/// <param name="Next">The cursor of the next page; null when this is the last.</param>
internal sealed record FactPage<TFact>(IReadOnlyList<TFact> Items, string? Next);

/// <param name="From">Only what occurred on this day or later.</param>
/// <param name="To">Only what occurred on this day or earlier.</param>
/// <param name="Aim">Only what serves this aim.</param>
/// <param name="Order">oldest or newest first; oldest when left out.</param>
/// <param name="Cursor">The next of the page before; the same filters go with it.</param>
/// <param name="Limit">Items a page, 1 to 500; 100 when left out.</param>
internal sealed record FactQuery(string? From, string? To, Guid? Aim, string? Order, string? Cursor, string? Limit);

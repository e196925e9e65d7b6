using Journal.Facts;

namespace Journal.Web.Http;

/// <summary>A page of what is known of a person's things of one kind, oldest first by valid time.</summary>
/// <param name="Items">What each has become by now, every recorded event included.</param>
/// <param name="Next">The cursor of the next page; null when this is the last.</param>
internal sealed record FactPage<TFact>(IReadOnlyList<TFact> Items, string? Next)
    where TFact : Fact;

/// <param name="Cursor">The next of the page before.</param>
/// <param name="Limit">Items a page, 1 to 500; 100 when left out.</param>
internal sealed record FactQuery(string? Cursor, string? Limit);

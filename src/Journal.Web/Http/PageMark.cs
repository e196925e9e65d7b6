using System.Globalization;
using Marten.Linq.MatchesSql;

namespace Journal.Web.Http;

/// <summary>Where a page of something that is listed newest first begins: behind what came at a moment and has an id, for several may have come at the very same.</summary>
/// <param name="At">The moment, to the tick.</param>
/// <param name="Id">Empty for what came before the moment.</param>
public readonly record struct PageMark(DateTimeOffset At, Guid Id)
{
    private const char Between = '_';

    /// <summary>The mark behind the last line of a page that is full; null where no page follows.</summary>
    public static PageMark? After<T>(IReadOnlyList<T> page, int limit, Func<T, PageMark> last)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(last);
        return page.Count < limit ? null : last(page[^1]);
    }

    /// <summary>Reads a mark, or a moment alone.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PageMark mark)
    {
        mark = default;
        var (at, id) = text?.IndexOf(Between, StringComparison.Ordinal) is > 0 and var end ? (text[..end], text[(end + 1)..]) : (text, null);
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return false;
        var known = Guid.Empty;
        if (id is not null && !Guid.TryParseExact(id, "N", out known))
            return false;
        mark = new(moment, known);
        return true;
    }

    /// <summary>As it is sent back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcDateTime:O}{Between}{Id:N}");
}

/// <summary>Pages of documents that have a moment, <c>At</c>.</summary>
internal static class PagedDocuments
{
    /// <summary>Those behind a mark; all where there is none.</summary>
    public static IQueryable<T> Behind<T>(this IQueryable<T> documents, PageMark? mark)
        where T : notnull
    {
        if (mark is not { Id: var id } known)
            return documents;
        // As text, for the database rounds both alike then.
        var at = known.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return documents.Where(one => one.MatchesSql("(cast(d.data ->> 'At' as timestamptz), d.id) < (cast(? as timestamptz), ?)", at, id));
    }
}

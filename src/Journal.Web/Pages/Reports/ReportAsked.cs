using System.Globalization;
using Journal.Reports;

namespace Journal.Web.Pages.Reports;

/// <summary>How a report is looked at: what it is asked, and which of its lists is opened further.</summary>
/// <param name="Kind">The report.</param>
/// <param name="Query">What it is asked.</param>
/// <param name="Opened">The list that more rows are wanted of; null for none.</param>
/// <param name="Rows">How many of it.</param>
public sealed record ReportAsked(ReportKind Kind, PageQuery Query, string? Opened, int Rows)
{
    /// <summary>Rows of a list at first. Whoever wants all of a long one takes it as a file.</summary>
    public const int AtFirst = 15;

    private const int Step = 100, Most = 2000;

    /// <summary>The page's own address, without the question.</summary>
    public string Path => $"/reports/{Kind.Name}";

    internal static ReportAsked Of(ReportKind kind, IQueryCollection query) => new(
        kind, PageQuery.Of(query), query["list"].ToString() is { Length: > 0 } list ? list : null,
        int.TryParse(query["rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, AtFirst, Most) : AtFirst);

    /// <summary>How many rows of a list are shown.</summary>
    public int Shown(string list) => list == Opened ? Rows : AtFirst;

    /// <summary>Where more rows of a list are shown; null where that is all a page holds.</summary>
    public string? More(string list, int rows) =>
        rows > Shown(list) && Shown(list) < Most ? With($"list={Uri.EscapeDataString(list)}&rows={(Shown(list) + Step).ToString(CultureInfo.InvariantCulture)}#{list}") : null;

    /// <summary>What a figure or a finding rests on.</summary>
    public string Explain(string name, Guid? subject, DateOnly on) =>
        Query.On($"/explain/{Kind.Name}/{Uri.EscapeDataString(name)}/{Wording.Iso(on)}") is var address && subject is { } id
            ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}subject={id:D}" : address;

    /// <summary>The same report as a file: <c>csv</c>, <c>json</c> or <c>svg</c>.</summary>
    public string File(string form) => Query.On($"{Path}.{form}");

    private string With(string more) => Query.On(Path) is var address && address.Contains('?', StringComparison.Ordinal) ? $"{address}&{more}" : $"{address}?{more}";
}

using System.Text;
using Microsoft.Extensions.Primitives;

namespace Journal.Web.Pages;

/// <summary>What a page is asked, as it was written. An empty field of a form is a parameter that was not given.</summary>
/// <param name="From">The first day that counts.</param>
/// <param name="To">The last day that counts.</param>
/// <param name="AsOf">Valid time: only what was true by then.</param>
/// <param name="KnownAt">Append time: only what was recorded by then.</param>
/// <param name="Drop">The rule of that name, for this page alone.</param>
/// <param name="Progress">The rule of that name, for this page alone.</param>
/// <param name="Show">How much of the history the charts show: <see cref="Period"/>. It changes no figure.</param>
public sealed record PageQuery(string? From, string? To, string? AsOf, string? KnownAt, string? Drop, string? Progress, string? Show)
{
    public static PageQuery Now { get; } = new(null, null, null, null, null, null, null);

    /// <summary>Whether it asks for something else than the plain present.</summary>
    public bool IsSpecial => this with { Show = null } != Now;

    public static PageQuery Of(IQueryCollection query) => new(
        Text(query["from"]), Text(query["to"]), Text(query["asOf"]), Text(query["knownAt"]), Text(query["drop"]), Text(query["progress"]), Text(query["show"]));

    /// <summary>A page's address with the same question.</summary>
    public string On(string path)
    {
        var address = new StringBuilder(path);
        foreach (var (name, value) in Parameters().Where(parameter => parameter.Value is not null))
            address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value!));
        return address.ToString();
    }

    private IEnumerable<(string Name, string? Value)> Parameters() =>
        [("from", From), ("to", To), ("asOf", AsOf), ("knownAt", KnownAt), ("drop", Drop), ("progress", Progress), ("show", Show)];

    private static string? Text(StringValues values) => values.ToString().Trim() is { Length: > 0 } text ? text : null;
}

using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Layout;

/// <summary>A table that scrolls within its own frame, by keyboard too.</summary>
internal static class DataTable
{
    /// <param name="caption">What it is a table of.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">Elements <c>tr</c>.</param>
    public static Html Of(string caption, IEnumerable<string> columns, IEnumerable<Html> rows) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>
        <thead><tr>{columns.Select(column => Html.Of($"""<th scope="col">{column}</th>"""))}</tr></thead>
        <tbody>
        {rows}</tbody></table></div>
        """);
}

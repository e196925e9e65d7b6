namespace Journal.Web.Pages.Markup;

/// <summary>
/// Markup that is safe to send. It is written as <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>: the letters between the holes are the programmer's, and what
/// comes through a hole is encoded unless it is markup itself. A plain string does not convert, so that forgetting to encode does not compile.
/// The same letters are good XML, for charts that stand alone.
/// </summary>
internal readonly struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing at all.</summary>
    public static Html None => default;

    public static Html Of(HtmlBuilder markup) => new(markup.ToString());

    /// <summary>The parts with something between them.</summary>
    public static Html Join(Html between, IEnumerable<Html> parts) => new(string.Join(between.ToString(), parts));

    public override string ToString() => markup ?? "";
}

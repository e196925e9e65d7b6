using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Layout;

/// <summary>A line to type.</summary>
internal static class Command
{
    /// <summary>Prints a link that signs a browser in.</summary>
    public static Html Link { get; } = Html.Of($"<code>journal link</code>");

    /// <summary>Starts the journal and prints such a link.</summary>
    public static Html Serve { get; } = Html.Of($"<code>journal serve</code>");

    public static Html Block(string line) => Html.Of($"""<pre tabindex="0"><code>{line}</code></pre>""");
}

using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Layout;

/// <summary>What all pages have around their content.</summary>
/// <param name="Title">The page's name, for the browser's tab and history.</param>
/// <param name="Handle">Who is signed in; null for nobody.</param>
internal sealed record PageLayout(string Title, string? Handle)
{
    /// <summary>The address of a script of this server; null for a page without one.</summary>
    public string? Script { get; init; }

    /// <param name="content">What stands in the page's main part.</param>
    /// <param name="footer">What the page says of how it was made.</param>
    public Html Around(Html content, Html footer = default) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Title} · Journal</title>
        <link rel="icon" href="{Asset.Icon.Address}" type="image/svg+xml">
        <link rel="stylesheet" href="{Asset.Styles.Address}">
        {(Script is null ? Html.None : Html.Of($"""<script src="{Script}" defer></script>"""))}
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><a class="brand" href="/">Journal</a>{Session()}</header>
        <main id="main" tabindex="-1">
        {content}
        </main>
        <footer>{footer}</footer>
        </body>
        </html>

        """);

    private Html Session() => Handle is null ? Html.None : Html.Of($"""
        <form class="session" method="post" action="/sign-out"><span>Signed in as <bdi>{Handle}</bdi></span> <button>Sign out</button></form>
        """);
}

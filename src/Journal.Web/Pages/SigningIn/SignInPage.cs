using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.SigningIn;

/// <summary>The page behind a sign-in link. Without JavaScript the code can be pasted.</summary>
internal static class SignInPage
{
    /// <summary>Moves the code from the address to the form, so that it stays in no history.</summary>
    public const string Script = """
        const code = location.hash.slice(1);
        if (code) {
          document.getElementById('code').value = code;
          history.replaceState(null, '', location.pathname);
          document.getElementById('go').focus();
        }
        """;

    public static HtmlPage Of(int status, string? message) => new(Page(message), status);

    private static Html Page(string? message) => new PageLayout("Sign in", null) { Script = "/sign-in.js" }.Around(Html.Of($"""
        <h1>Sign in to your journal</h1>
        {(message is null ? Html.None : Html.Of($"""<p class="refusal" role="alert">{message}</p>"""))}
        <form class="sign-in" method="post" action="/sign-in">
        <label for="code">Code from your link</label>
        <input id="code" name="code" type="password" autocomplete="off" required>
        <button id="go">Sign in</button>
        </form>
        <p class="note">A link signs one browser in, once. {Command.Link} on the server makes a new one.</p>
        """));
}

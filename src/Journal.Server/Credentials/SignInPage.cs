using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Server.Credentials;

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

    public static ContentHttpResult Of(int status, string? message) => TypedResults.Content(Html(message), "text/html; charset=utf-8", statusCode: status);

    private static string Html(string? message) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in - Journal</title><script src="/sign-in.js" defer></script></head>
        <body>
        <main>
        <h1>Sign in to your journal</h1>
        {(message is null ? "" : $"<p role=\"alert\">{HtmlEncoder.Default.Encode(message)}</p>")}
        <form method="post" action="/sign-in">
        <label for="code">Code from your link</label>
        <input id="code" name="code" type="password" autocomplete="off" required>
        <button id="go">Sign in</button>
        </form>
        <p>A link signs one browser in, once. <code>journal token link</code> on the server makes a new one.</p>
        </main>
        </body>
        </html>
        """;
}

namespace Journal.Web.Access;

/// <summary>The cookie of a signed-in browser.</summary>
/// <remarks>The prefix __Host- makes browsers refuse it without Secure, with a Domain, or from anything but this host. On loopback they take it over plain HTTP.</remarks>
internal static class SessionCookie
{
    private const string Name = "__Host-journal";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, IssuedCredential session) =>
        response.Cookies.Append(Name, session.Secret, Options(session.Credential.Expires));

    public static void Clear(HttpResponse response) => response.Cookies.Append(Name, "", Options(DateTimeOffset.UnixEpoch));

    private static CookieOptions Options(DateTimeOffset? expires) =>
        new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Expires = expires, IsEssential = true };
}

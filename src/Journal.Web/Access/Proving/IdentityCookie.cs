namespace Journal.Web.Access.Proving;

/// <summary>What a browser keeps between the provider's answer and its own word what that is for.</summary>
internal static class IdentityCookie
{
    private const string Name = "__Host-journal-identity";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, string secret, DateTimeOffset expires) => response.Cookies.Append(Name, secret, Options(expires));

    public static void Clear(HttpResponse response) => response.Cookies.Append(Name, "", Options(DateTimeOffset.UnixEpoch));

    private static CookieOptions Options(DateTimeOffset expires) => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Expires = expires, IsEssential = true };
}

namespace Journal.Web.Http;

/// <summary>What orchestrators ask: by address, without a token, and even when everything else is busy.</summary>
internal static class HealthPath
{
    public const string Root = "/health";

    public static bool Covers(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.Ordinal);
}

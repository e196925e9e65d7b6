namespace Journal.Web.Http;

/// <summary>What orchestrators ask: by address, without a token, and even when everything else is busy.</summary>
internal static class HealthPath
{
    public const string Root = "/health";

    public const string Live = Root + "/live";

    /// <summary>Whether somebody asks if this process lives, whatever else does.</summary>
    public static bool IsLive(HttpRequest request) => request.Path.Equals(Live, StringComparison.Ordinal);

    public static bool Covers(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.Ordinal);
}

using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>The header by which a sender marks the retries of one request.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int Length = 255;

    public static (string? Key, ProblemHttpResult? Problem) Read(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count == 0)
            return (null, null);
        return header is [{ } key] && IsKey(key) ? (key, null) : (null, Problems.Of(400, "idempotency.invalid", Rule(Header)));
    }

    public static bool IsKey(string text) => text is { Length: > 0 and <= Length } && text.All(c => c is > ' ' and <= '~');

    public static string Rule(string name) => $"{name} has 1 to {Length} visible ASCII characters.";
}

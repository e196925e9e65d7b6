using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Http;

/// <summary>A subject's version as an entity tag: <c>"7"</c>.</summary>
internal static class SubjectVersion
{
    public static string Tag(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The versions that If-Match names: null when it is absent or <c>*</c>; none when no tag in it can ever match, as weak ones cannot (RFC 9110, 13.1.1).</summary>
    public static (IReadOnlyCollection<long>? Versions, ProblemHttpResult? Problem) IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0 || header.ToString().Trim() == "*")
            return (null, null);
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            return (null, Problems.Of(400, "ifmatch.invalid", "If-Match takes entity tags in quotes, such as \"7\"."));
        return ([.. tags.Where(tag => !tag.IsWeak).Select(Version).OfType<long>()], null);
    }

    private static long? Version(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

using Journal.Commands;
using Journal.Facts;

namespace Journal.Web.Tests.Http;

/// <summary>
/// Where what a test says in a command's own words is sent: what is used daily to its own address, every other command to <c>/commands</c>, and what is asked of other subjects below
/// <c>/subjects</c>.
/// </summary>
internal static class Addresses
{
    public static (string Method, string Path, string? Json) Of(string method, string path, string? json)
    {
        if (path.StartsWith('/'))
            return (method, path, json);
        var parts = path.Split('?')[0].Split('/');
        var kind = CommandKinds.All.FirstOrDefault(kind => kind.Method == method && Matches(kind, parts));
        if (kind is { IsDaily: false })
            return ("POST", "commands", InBody(kind, parts, json));
        if (method != "GET" && kind is not null)
            return (method, path, json);
        return parts is ["beliefs", _, "evidence", var evidence] ? (method, $"subjects/evidence/{evidence}", json)
            : FactKinds.Find(parts[0]) is { IsDaily: false } ? (method, $"subjects/{path}", json)
            : (method, path, json);
    }

    private static bool Matches(CommandKind kind, string[] parts)
    {
        var address = kind.Address.Split('/');
        return address.Length == parts.Length && address.Zip(parts).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && (pair.Second.StartsWith('{') || Guid.TryParse(pair.Second, out _))));
    }

    // As text, so that a body that is wrong on purpose stays as it is.
    private static string InBody(CommandKind kind, string[] parts, string? json)
    {
        var ids = kind.Address.Split('/').Zip(parts).Where(pair => pair.First.StartsWith('{')).Select(pair => $",\"{pair.First[1..^1]}\":\"{pair.Second}\"");
        var head = $"\"command\":\"{kind.Name}\"{string.Concat(ids)}";
        var body = string.IsNullOrEmpty(json) ? "{}" : json;
        return !body.StartsWith('{') ? body : $"{{{head}{(body.AsSpan(1).TrimStart().StartsWith('}') ? "" : ",")}{body[1..]}";
    }
}

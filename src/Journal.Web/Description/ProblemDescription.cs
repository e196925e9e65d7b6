using Microsoft.OpenApi;

namespace Journal.Web.Description;

/// <summary>The problems that an operation can answer with.</summary>
internal static class ProblemDescription
{
    public const string SchemaName = "Problem";

    public static void AddTo(OpenApiDocument document, OpenApiOperation operation, HttpMethod method, bool ofOne)
    {
        operation.Responses ??= [];
        var shared = document.Components!.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var (status, meaning) in Meanings(method, ofOne))
        {
            // Written out at each operation, they would be a third of the document.
            shared.TryAdd(SchemaName + status, Answer(document, meaning));
            operation.Responses[status] = new OpenApiResponseReference(SchemaName + status, document);
        }
    }

    private static IEnumerable<(string Status, string Meaning)> Meanings(HttpMethod method, bool ofOne)
    {
        yield return ("401", "No token, or none that is good.");
        if (ofOne || method != HttpMethod.Get)
            yield return ("404", "What the address or the body names is not in this person's journal.");
        yield return ("422", "What was sent can never be taken.");
        if (method == HttpMethod.Get)
            yield break;
        yield return ("400", "The body is not JSON, or a header is malformed.");
        yield return ("403", "The token may only read, or the change comes from another site.");
        yield return ("409", "The subject's history does not allow it.");
        yield return ("412", "The subject is at another version than If-Match says.");
        yield return ("413", "The body is too large.");
    }

    private static OpenApiResponse Answer(OpenApiDocument document, string meaning) => new()
    {
        Description = meaning,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(SchemaName, document) } },
    };

    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. code is stable and for programs, detail is for people, traceId finds the request in the server's log.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text(),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text(),
            ["code"] = Text(),
            ["traceId"] = Text(),
        },
        Required = new HashSet<string> { "title", "status", "detail", "code" },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}

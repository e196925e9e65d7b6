using System.Text.RegularExpressions;
using Journal.Web.Commands;
using Journal.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journal.Web.Description;

/// <summary>Says in the OpenAPI document what the routes' signatures do not: ids in addresses, headers, problems, and who may ask.</summary>
internal sealed partial class ApiDescription : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "Journal", Version = "v1", Description = "A personal performance journal: what is recorded are events, and everything shown is made from them." };
        document.Servers = [];
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemDescription.SchemaName] = ProblemDescription.Schema();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A token of one person: journal_..." },
        };
        foreach (var (address, path) in document.Paths.Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in path.Operations ?? [])
                Describe(document, [.. Parameter().Matches(address).Select(match => match.Groups[1].Value)], method, operation);
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiDocument document, string[] ids, HttpMethod method, OpenApiOperation operation)
    {
        operation.Parameters = [.. operation.Parameters ?? []];
        foreach (var query in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
            query.Name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(query.Name!);
        foreach (var id in ids.Except(operation.Parameters.Select(parameter => parameter.Name)))
            operation.Parameters.Add(new OpenApiParameter { Name = id, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" } });
        if (operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference { Reference.Id: { } name } && document.Components!.Schemas![name] is OpenApiSchema body)
            DescribeBody(body, ids);
        if (operation.Responses?.Values.Any(answer => answer.Content?.Values.Any(content => content.Schema is OpenApiSchemaReference { Reference.Id: nameof(CommandAnswer) }) ?? false) ?? false)
            AddHeaders(operation);

        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        ProblemDescription.AddTo(document, operation, method, ofOne: ids.Length > 0);
    }

    // An id in the address is not taken in the body; any other is optional, and made up when it is left out.
    private static void DescribeBody(OpenApiSchema body, string[] ids)
    {
        foreach (var id in ids)
            body.Properties?.Remove(id);
        foreach (var property in body.Properties?.Where(property => property.Value is OpenApiSchema { Format: "uuid" }).Select(property => property.Key).ToList() ?? [])
            body.Required?.Remove(property);
        foreach (var id in ids)
            body.Required?.Remove(id);
        foreach (var time in body.Properties?.Values.OfType<OpenApiSchema>().Where(property => property.Format == "date-time") ?? [])
            (time.Format, time.Description) = (null, $"{time.Description} A date, a local time, or a time with its offset.".TrimStart());
    }

    private static void AddHeaders(OpenApiOperation operation)
    {
        operation.Parameters!.Add(Header(IdempotencyKey.Header, "The same for every retry of one request: a retry gets the first answer."));
        operation.Parameters.Add(Header("If-Match", "The subject's version as last seen, as its ETag; at another the request is refused."));
    }

    private static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    [GeneratedRegex("{([A-Za-z]+)[^}]*}")]
    private static partial Regex Parameter();
}

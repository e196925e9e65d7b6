using System.Text.Json.Nodes;
using Journal.Web.Commands;
using Journal.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journal.Web.Description;

/// <summary>Says of one operation what stands in its endpoint's marks: an example of its body, and what a list can be picked by.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        var body = operation.RequestBody?.Content?.Where(content => content.Key == Json).Select(content => content.Value).OfType<OpenApiMediaType>().FirstOrDefault();
        if (body is not null && marks.OfType<BodyExample>().FirstOrDefault() is { } example)
            body.Example = JsonNode.Parse(example.Json);
        if (body is not null && marks.OfType<TakesLists>().Any())
            TakeLists(body);
        operation.Parameters ??= [];
        foreach (var (name, words) in marks.OfType<ParametersOf>().SelectMany(parameters => parameters.Names))
            operation.Parameters.Add(Parameter(name, words));
        return Task.CompletedTask;
    }

    private static void TakeLists(OpenApiMediaType body)
    {
        var one = body.Schema!;
        body.Schema = new OpenApiSchema { OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one }] };
        body.Example = JsonNode.Parse("""{"command":"setAim","key":"7f3a","title":"Publish weekly","why":"to be found"}""");
    }

    private static OpenApiParameter Parameter(string name, IEnumerable<string> words) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = "Only those; several are separated by commas.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] },
    };
}

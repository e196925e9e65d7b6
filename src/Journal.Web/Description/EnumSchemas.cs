using System.Text.Json.Nodes;
using Journal.Recording;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journal.Web.Description;

/// <summary>Describes an enum by the words it is written in.</summary>
internal sealed class EnumSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. EnumWords.Of(type).Select(word => (JsonNode)word)];
        }

        return Task.CompletedTask;
    }
}

using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Journal.Commands;
using Journal.Recording;

namespace Journal.Web.Commands;

/// <summary>One command that can be recorded.</summary>
/// <param name="Name">What <c>command</c> says.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Verb">Its word in the terminal.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Begins">Whether it makes a new subject; else <c>id</c> names one that is there.</param>
/// <param name="Route">Its own address, where it has one.</param>
/// <param name="Schema">JSON Schema of its body at <c>/commands</c>.</param>
internal sealed record CommandDescription(string Name, string Subject, string Verb, string Summary, bool Begins, string? Route, JsonNode Schema);

/// <summary>Every command that can be recorded, described for programs.</summary>
internal sealed record CommandCatalog(IReadOnlyList<CommandDescription> Commands)
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static CommandCatalog All { get; } = new([.. CommandKinds.All.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(Of)]);

    private static CommandDescription Of(CommandKind kind) => new(
        kind.Name, kind.Subject, kind.Verb, kind.Summary, kind.Begins, kind.IsDaily ? $"{kind.Method} /api/v1/{kind.Address}" : null, SchemaOf(kind));

    private static JsonObject SchemaOf(CommandKind kind)
    {
        var members = CommandJson.Options.GetJsonSchemaAsNode(kind.Command, Exporting)["properties"]!.AsObject();
        var properties = new JsonObject
        {
            ["command"] = new JsonObject { ["const"] = kind.Name },
            ["key"] = new JsonObject { ["type"] = "string", ["maxLength"] = Http.IdempotencyKey.Length },
            ["ifMatch"] = new JsonObject { ["type"] = "integer" },
        };
        foreach (var (name, schema) in members.OrderBy(member => member.Key is "id" ? 0 : member.Key is "occurredAt" ? 2 : 1))
            properties[name] = schema!.DeepClone();
        string[] required = ["command", .. kind.Begins ? [] : (string[])["id"], .. kind.Part is { } part ? [part] : (string[])[], .. kind.Members.Where(member => member.Required).Select(member => member.Name)];
        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]), ["additionalProperties"] = false };
    }

    // The converter hides what an enum's words are, and a time is taken in more ways than the type says.
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        return type.IsEnum ? new JsonObject { ["enum"] = new JsonArray([.. EnumWords.Of(type).Select(word => (JsonNode)word)]) }
            : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["description"] = "A date, a local time, or a time with its offset." }
            : schema;
    }
}

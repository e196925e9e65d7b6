using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Web.Interchange;

namespace Journal.Cli.Importing;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportSummary))]
internal sealed partial class ImportingJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Cli.Backup;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BackupAnswer))]
[JsonSerializable(typeof(RestoreAnswer))]
internal sealed partial class BackupJson : JsonSerializerContext;

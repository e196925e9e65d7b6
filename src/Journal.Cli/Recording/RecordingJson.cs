using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Cli.Recording;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RecordedAnswer))]
[JsonSerializable(typeof(SubjectsAnswer))]
internal sealed partial class RecordingJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Web.Today;

namespace Journal.Cli.Reading;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(TodayAnswer))]
internal sealed partial class ReadingJson : JsonSerializerContext;

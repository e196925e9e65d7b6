using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Cli.Operating;
using Journal.Cli.Reading;
using Journal.Cli.Recording;
using Journal.Web.Interchange;

namespace Journal.Cli.Output;

/// <summary>The JSON documents that verbs print, reports aside: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RecordedAnswer))]
[JsonSerializable(typeof(ImportSummary))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(SubjectsAnswer))]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(ProjectionsAnswer))]
[JsonSerializable(typeof(ReplayedAnswer))]
[JsonSerializable(typeof(ServeAnswer))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(TokensAnswer))]
[JsonSerializable(typeof(LinkAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
internal sealed partial class AnswersJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Journal.Domain;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;

namespace Journal.Server.Recording;

/// <summary>Commands as JSON bodies. What a body may hold is what its command declares.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(SetAim))]
[JsonSerializable(typeof(ReviseAim))]
[JsonSerializable(typeof(CloseAim))]
[JsonSerializable(typeof(StateBelief))]
[JsonSerializable(typeof(RateBelief))]
[JsonSerializable(typeof(ChallengeBelief))]
[JsonSerializable(typeof(ReplaceBelief))]
[JsonSerializable(typeof(RetireBelief))]
[JsonSerializable(typeof(LinkEvidence))]
[JsonSerializable(typeof(AdoptPractice))]
[JsonSerializable(typeof(RevisePractice))]
[JsonSerializable(typeof(DropPractice))]
[JsonSerializable(typeof(FinishExecution))]
[JsonSerializable(typeof(MissExecution))]
[JsonSerializable(typeof(SkipExecution))]
[JsonSerializable(typeof(RetractOutcome))]
[JsonSerializable(typeof(WriteEntry))]
[JsonSerializable(typeof(AmendEntry))]
[JsonSerializable(typeof(RetractEntry))]
[JsonSerializable(typeof(SampleState))]
[JsonSerializable(typeof(StartIntervention))]
[JsonSerializable(typeof(EndIntervention))]
internal sealed partial class CommandsJson : JsonSerializerContext
{
    public static JsonTypeInfo<TCommand> Of<TCommand>()
        where TCommand : Command =>
        (JsonTypeInfo<TCommand>)(Default.GetTypeInfo(typeof(TCommand))
            ?? throw new InvalidOperationException($"{typeof(TCommand).Name} is not among the commands that are read from JSON."));
}

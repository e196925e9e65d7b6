using System.Text.Json.Serialization;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;

namespace Journal.Reports.Events;

/// <summary>How the journal's events stand in the store: PascalCase names as declared, enums by name, nothing else configured, as Marten writes them.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AimSet))]
[JsonSerializable(typeof(AimRevised))]
[JsonSerializable(typeof(AimClosed))]
[JsonSerializable(typeof(BeliefStated))]
[JsonSerializable(typeof(BeliefRated))]
[JsonSerializable(typeof(BeliefChallenged))]
[JsonSerializable(typeof(BeliefReplaced))]
[JsonSerializable(typeof(BeliefRetired))]
[JsonSerializable(typeof(EvidenceLinked))]
[JsonSerializable(typeof(PracticeAdopted))]
[JsonSerializable(typeof(PracticeRevised))]
[JsonSerializable(typeof(PracticeDropped))]
[JsonSerializable(typeof(ExecutionFinished))]
[JsonSerializable(typeof(ExecutionMissed))]
[JsonSerializable(typeof(ExecutionSkipped))]
[JsonSerializable(typeof(OutcomeRetracted))]
[JsonSerializable(typeof(JournalEntryWritten))]
[JsonSerializable(typeof(EntryAmended))]
[JsonSerializable(typeof(EntryRetracted))]
[JsonSerializable(typeof(StateSampled))]
[JsonSerializable(typeof(InterventionStarted))]
[JsonSerializable(typeof(InterventionEnded))]
public sealed partial class JournalEventsJson : JsonSerializerContext;

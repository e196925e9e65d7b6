using System.Text.Json.Serialization;
using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Processes;
using Journal.Signals;
using Journal.States;
using Journal.Work;

namespace Journal.Facts;

/// <summary>
/// What the events about one thing say of it by now. Facts are what reports read: the daemon keeps them in a table, a replay folds them in memory,
/// and both use the same fold.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(AimFact), "aim")]
[JsonDerivedType(typeof(PracticeFact), "practice")]
[JsonDerivedType(typeof(OutcomeFact), "outcome")]
[JsonDerivedType(typeof(BeliefFact), "belief")]
[JsonDerivedType(typeof(EvidenceFact), "evidence")]
[JsonDerivedType(typeof(EntryFact), "entry")]
[JsonDerivedType(typeof(StateFact), "state")]
[JsonDerivedType(typeof(InterventionFact), "intervention")]
[JsonDerivedType(typeof(DecisionFact), "decision")]
[JsonDerivedType(typeof(StandardFact), "standard")]
[JsonDerivedType(typeof(RankingFact), "ranking")]
[JsonDerivedType(typeof(InterpretationFact), "interpretation")]
[JsonDerivedType(typeof(SetbackFact), "setback")]
[JsonDerivedType(typeof(SignalFact), "signal")]
[JsonDerivedType(typeof(CommitmentFact), "commitment")]
[JsonDerivedType(typeof(CorrectionFact), "correction")]
[JsonDerivedType(typeof(OccasionFact), "occasion")]
[JsonDerivedType(typeof(OutputFact), "output")]
[JsonDerivedType(typeof(TimeFact), "time")]
[JsonDerivedType(typeof(FocusFact), "focus")]
[JsonDerivedType(typeof(ProcessFact), "process")]
[JsonDerivedType(typeof(RunFact), "run")]
[JsonDerivedType(typeof(AmplifierFact), "amplifier")]
[JsonDerivedType(typeof(LoadFact), "load")]
[JsonDerivedType(typeof(DiagnosisFact), "diagnosis")]
[JsonDerivedType(typeof(AnswerFact), "answer")]
[JsonDerivedType(typeof(DefectFact), "defect")]
[JsonDerivedType(typeof(MomentFact), "moment")]
public abstract record Fact
{
    public required Guid Id { get; init; }

    /// <summary>Valid time, in the person's own local time then.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Ids of the events this fact was folded from, oldest first.</summary>
    public required IReadOnlyList<Guid> Events { get; init; }

    /// <summary>The day the person lived it on.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(OccurredAt.DateTime);

    /// <summary>The word for this sort of fact, as in the stored rows.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>What a person calls it; null for what has no name of its own.</summary>
    [JsonIgnore]
    public virtual string? Heading => null;

    /// <summary>The fact as it stood at a moment at which it was there already: what came later is taken away.</summary>
    internal virtual Fact Until(ValidTime moment) => this;
}

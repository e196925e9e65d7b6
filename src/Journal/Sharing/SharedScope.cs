using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;
using Journal.Signals;
using Journal.Work;

namespace Journal.Sharing;

/// <summary>How much of a journal somebody else may see.</summary>
/// <param name="Layers">Only subjects of these.</param>
/// <param name="Aims">Only what has served none but these; empty for whatever it serves.</param>
/// <param name="Kinds">Only subjects of these kinds, by their words; empty for every kind that has a layer. What has none is seen only when it is named.</param>
/// <param name="From">Only what is of this day or later.</param>
/// <param name="To">Only what is of this day or earlier.</param>
/// <param name="Words">Whether what the person wrote is in it.</param>
public sealed record SharedScope(IReadOnlyList<Layer> Layers, IReadOnlyList<Guid> Aims, IReadOnlyList<string> Kinds, DateOnly? From, DateOnly? To, bool Words)
{
    private static readonly Dictionary<Type, Layer> LayerOf = new()
    {
        [typeof(BeliefFact)] = Layer.Belief,
        [typeof(SignalFact)] = Layer.Thinking,
        [typeof(InterpretationFact)] = Layer.Thinking,
        [typeof(SetbackFact)] = Layer.Thinking,
        [typeof(DecisionFact)] = Layer.Thinking,
        [typeof(StandardFact)] = Layer.Thinking,
        [typeof(RankingFact)] = Layer.Thinking,
        [typeof(DiagnosisFact)] = Layer.Thinking,
        [typeof(PracticeFact)] = Layer.Execution,
        [typeof(ProcessFact)] = Layer.Execution,
        [typeof(CommitmentFact)] = Layer.Execution,
        [typeof(CorrectionFact)] = Layer.Execution,
        [typeof(OccasionFact)] = Layer.Execution,
        [typeof(OutputFact)] = Layer.Execution,
        [typeof(TimeFact)] = Layer.Execution,
        [typeof(FocusFact)] = Layer.Execution,
        [typeof(AmplifierFact)] = Layer.Execution,
        [typeof(LoadFact)] = Layer.Execution,
    };

    /// <summary>The kinds that can be named: all subjects but aims, which come with what serves them.</summary>
    public static IReadOnlyList<string> Nameable { get; } = [.. FactKinds.All.Where(kind => !kind.IsPart && kind.Fact != typeof(AimFact)).Select(kind => kind.Word)];

    internal bool Covers(Fact subject)
    {
        var layers = LayersOf(subject);
        return layers.All(Layers.Contains) && (Kinds.Count == 0 ? layers.Count > 0 : Kinds.Contains(subject.Kind, StringComparer.Ordinal));
    }

    internal bool Covers(DateOnly day) => !(day < From) && !(day > To);

    // A doubt that is attributed to no layer may be about any.
    private static IReadOnlyList<Layer> LayersOf(Fact subject) => subject switch
    {
        InterventionFact intervention => intervention.Layers,
        EntryFact { Layer: { } layer } => [layer],
        DefectFact { Layer: { } layer } => [layer],
        DefectFact => Enum.GetValues<Layer>(),
        _ => LayerOf.TryGetValue(subject.GetType(), out var layer) ? [layer] : [],
    };
}

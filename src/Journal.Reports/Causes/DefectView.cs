using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Processes;

namespace Journal.Reports.Causes;

/// <summary>A suspected misalignment as it stands on the last day.</summary>
/// <param name="Executions">How many of the outcomes and commitments it names are recorded.</param>
/// <param name="Upstream">How many of the decisions, interpretations and beliefs it names are recorded; a belief that does not count is not one of them.</param>
/// <param name="Precise">Whether it comes down to a belief, a decision or a process that is recorded.</param>
internal sealed record DefectView(DefectFact Fact, DefectStatus Status, int Executions, int Upstream, bool Precise, IReadOnlyList<Guid> Events)
{
    /// <summary>Whether it names a layer and rests on at least one execution and one thing upstream.</summary>
    public bool Attributed => Fact.Layer is not null && Executions > 0 && Upstream > 0;

    /// <summary>A suspicion counts once the person has confirmed it.</summary>
    public bool Counts => Status is DefectStatus.Confirmed or DefectStatus.Resolved && Fact.Turns.Any(turn => turn.Status == DefectStatus.Confirmed);

    /// <summary><c>unattributed</c>, <c>imprecise</c> (the layer alone) or <c>precise</c>.</summary>
    public string Precision => !Attributed ? "unattributed" : Precise ? "precise" : "imprecise";

    public static IReadOnlyList<DefectView> Of(ReportView view)
    {
        var executions = view.All<OutcomeFact>().Cast<Fact>().Concat(view.All<CommitmentFact>()).ToLookup(fact => fact.Id);
        var beliefs = view.All<BeliefFact>().Where(belief => belief.Counts);
        var upstream = view.All<DecisionFact>().Cast<Fact>().Concat(view.All<InterpretationFact>()).Concat(view.All<SetbackFact>()).Concat(beliefs).ToLookup(fact => fact.Id);
        var loci = upstream.Select(facts => facts.Key).Concat(view.All<ProcessFact>().Select(process => process.Id)).ToHashSet();
        return
        [
            .. view.Within<DefectFact>().Where(defect => view.Serves(defect.AimId)).Select(defect => Of(
                defect with { Turns = [.. defect.Turns.Where(turn => turn.At.By(view.Last))] },
                [.. defect.ExecutionIds.Distinct().SelectMany(id => executions[id])],
                [.. defect.UpstreamIds.Distinct().SelectMany(id => upstream[id])],
                defect.Locus is { } locus && loci.Contains(locus))),
        ];
    }

    private static DefectView Of(DefectFact defect, IReadOnlyList<Fact> executions, IReadOnlyList<Fact> upstream, bool precise) => new(
        defect,
        defect.Turns is [.., var last] ? last.Status : DefectStatus.Raised,
        executions.Count,
        upstream.Count,
        precise,
        [.. defect.Events.Concat(executions.Concat(upstream).SelectMany(fact => fact.Events)).Distinct()]);
}

/// <summary>What was claimed to be in the way of an aim, and what was found to be, side by side.</summary>
/// <param name="Surface">What was said last before the structural diagnosis, or last of all where there is none.</param>
/// <param name="Structural">The last one for the aim.</param>
internal sealed record Claim(DiagnosisFact? Surface, DiagnosisFact? Structural)
{
    /// <summary>Whether both are there and name the same sort of constraint.</summary>
    public bool? Agrees => Surface is null || Structural is null ? null : Surface.Constraint == Structural.Constraint;

    public IEnumerable<Guid> Events => [.. Surface?.Events ?? [], .. Structural?.Events ?? []];

    /// <summary>One for each aim, and one for what names none, in the order of the first diagnosis.</summary>
    public static IReadOnlyList<Claim> Of(ReportView view) =>
        [.. view.All<DiagnosisFact>().Where(one => one.Day <= view.Last && view.Serves(one.AimId)).GroupBy(one => one.AimId).Select(aim => Of([.. aim]))];

    private static Claim Of(List<DiagnosisFact> diagnoses)
    {
        var structural = diagnoses.LastOrDefault(one => one.Depth == DiagnosisKind.Structural);
        var surface = diagnoses.Where(one => one.Depth == DiagnosisKind.Surface).ToList();
        return new(surface.LastOrDefault(one => structural is null || one.OccurredAt <= structural.OccurredAt) ?? surface.FirstOrDefault(), structural);
    }
}

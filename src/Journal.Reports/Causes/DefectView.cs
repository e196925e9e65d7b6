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

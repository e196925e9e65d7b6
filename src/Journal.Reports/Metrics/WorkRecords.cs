using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Growth;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports.Weeks;
using Journal.States;
using Journal.Work;

namespace Journal.Reports.Metrics;

/// <summary>What the window of a report holds of the work done: the records of its aim, by valid time.</summary>
/// <remarks>Decisions and commitments are given whole, whenever they began, since what is open belongs to every window after.</remarks>
internal sealed class WorkRecords
{
    private readonly ByDay<OutcomeFact> outcomes;
    private readonly ByDay<RunFact> runs;
    private readonly ByDay<OccasionFact> occasions;
    private readonly ByDay<(CommitmentFact Commitment, Ending Ending)> ended;

    private WorkRecords(ReportView view)
    {
        View = view;
        var practices = view.Practices.Select(practice => practice.Practice.Id).ToHashSet();
        Outcomes = [.. view.Within<OutcomeFact>().Where(outcome => practices.Contains(outcome.PracticeId))];
        Commitments = [.. UpToLast<CommitmentFact>().Where(commitment => view.Serves(commitment.AimId))];
        Decisions = [.. UpToLast<DecisionFact>().Where(decision => view.Serves(decision.AimId))];
        Corrections = [.. view.Within<CorrectionFact>().Where(correction => view.Serves(correction.AimId))];
        Occasions = [.. view.Within<OccasionFact>().Where(occasion => view.Serves(occasion.AimId))];
        Outputs = [.. view.Within<OutputFact>().Where(output => view.Serves(output.AimId))];
        Times = [.. view.Within<TimeFact>().Where(time => view.Serves(time.AimId))];
        Processes = [.. UpToLast<ProcessFact>().Where(process => view.Serves(process.AimId))];
        var processes = Processes.Select(process => process.Id).ToHashSet();
        Runs = [.. view.Within<RunFact>().Where(run => processes.Contains(run.ProcessId))];
        Amplifiers = [.. view.Within<AmplifierFact>().Where(amplifier => view.Serves(amplifier.AimId))];
        Defects = [.. UpToLast<DefectFact>().Where(defect => view.Serves(defect.AimId))];
        Loads = [.. view.Within<LoadFact>()];
        States = [.. view.Within<StateFact>()];
        (outcomes, runs, occasions) = (new(Outcomes, fact => fact.Day), new(Runs, fact => fact.Day), new(Occasions, fact => fact.Day));
        ended = new(Commitments.Where(commitment => commitment.Ending is not null).Select(commitment => (commitment, commitment.Ending!)), one => DateOnly.FromDateTime(one.Item2.At.DateTime));
        Weeks = new(this);
    }

    /// <summary>The records of a view, read once.</summary>
    public static WorkRecords Of(ReportView view) => view.Part(seen => new WorkRecords(seen));

    public ReportView View { get; }

    public Period Window => new(View.First, View.Last);

    public WorkWeeks Weeks { get; }

    public IReadOnlyList<OutcomeFact> Outcomes { get; }

    public IReadOnlyList<CommitmentFact> Commitments { get; }

    public IReadOnlyList<DecisionFact> Decisions { get; }

    public IReadOnlyList<CorrectionFact> Corrections { get; }

    public IReadOnlyList<OccasionFact> Occasions { get; }

    public IReadOnlyList<OutputFact> Outputs { get; }

    public IReadOnlyList<TimeFact> Times { get; }

    public IReadOnlyList<ProcessFact> Processes { get; }

    public IReadOnlyList<RunFact> Runs { get; }

    public IReadOnlyList<AmplifierFact> Amplifiers { get; }

    public IReadOnlyList<DefectFact> Defects { get; }

    public IReadOnlyList<LoadFact> Loads { get; }

    public IReadOnlyList<StateFact> States { get; }

    /// <summary>Commitments that ended within a period, with how, by the day they ended on.</summary>
    public IEnumerable<(CommitmentFact Commitment, Ending Ending)> Ended(Period period) => ended.Of(period);

    /// <summary>What became of practices within a period.</summary>
    public IEnumerable<OutcomeFact> OutcomesOf(Period period) => outcomes.Of(period);

    /// <summary>Runs of processes within a period.</summary>
    public IEnumerable<RunFact> RunsOf(Period period) => runs.Of(period);

    /// <summary>Interventions of the operator within a period.</summary>
    public IEnumerable<OccasionFact> OccasionsOf(Period period) => occasions.Of(period);

    /// <summary>The version of a process in force on the last day of the window.</summary>
    public ProcessVersion Latest(ProcessFact process) =>
        process.Versions.LastOrDefault(version => DateOnly.FromDateTime(version.From.DateTime) <= View.Last) ?? process.Versions[0];

    private IEnumerable<T> UpToLast<T>()
        where T : Fact => View.All<T>().Where(fact => fact.Day <= View.Last);
}

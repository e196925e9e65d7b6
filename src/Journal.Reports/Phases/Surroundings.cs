using Journal.Commitments;
using Journal.Decisions;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Work;

namespace Journal.Reports.Phases;

/// <summary>What goes on around practices, sorted once for all of them.</summary>
internal sealed class Surroundings
{
    private readonly ILookup<Guid, OutcomeFact> outcomes;
    private readonly ILookup<Guid, Attempt> attempts;
    private readonly ILookup<Guid?, CommitmentFact> commitments;
    private readonly ILookup<Guid?, DecisionFact> decided;
    private readonly ILookup<Guid, TimeFact> substitutes;

    public Surroundings(ReportView view)
    {
        View = view;
        outcomes = view.Within<OutcomeFact>().ToLookup(one => one.PracticeId);
        attempts = Attempt.Of(view).ToLookup(one => one.Subject);
        commitments = view.All<CommitmentFact>().ToLookup(one => one.AimId);
        decided = view.All<DecisionFact>().Where(one => one.FirstMadeAt is { } made && view.Covers(made)).ToLookup(one => one.AimId);
        substitutes = view.Within<TimeFact>().Where(one => one.InsteadOf is not null).ToLookup(one => one.InsteadOf!.Value);
    }

    public ReportView View { get; }

    /// <summary>The outcomes of a practice within the window.</summary>
    public IEnumerable<OutcomeFact> Outcomes(PracticeFact practice) => outcomes[practice.Id];

    /// <summary>Commitments for the practice's aim; none where it has none.</summary>
    public IReadOnlyList<CommitmentFact> Commitments(PracticeFact practice) => practice.AimId is null ? [] : [.. commitments[practice.AimId]];

    /// <summary>Decisions for the practice's aim that were made within the window.</summary>
    public IEnumerable<DecisionFact> Decided(PracticeFact practice) => practice.AimId is null ? [] : decided[practice.AimId];

    /// <summary>What was attempted of the practice and of the commitments for its aim.</summary>
    public IEnumerable<Attempt> Attempts(PracticeFact practice) => Subjects(practice).SelectMany(id => attempts[id]);

    /// <summary>What was done instead of them.</summary>
    public IEnumerable<TimeFact> Substitutes(PracticeFact practice) => Subjects(practice).SelectMany(id => substitutes[id]);

    private IEnumerable<Guid> Subjects(PracticeFact practice) => Commitments(practice).Select(one => one.Id).Append(practice.Id);
}

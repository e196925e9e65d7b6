using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports;

namespace Journal.Tests.Reports.Causes;

/// <summary>Facts of a made-up person, day by day from a Monday on, with ids counted upwards.</summary>
internal sealed class CauseJournal
{
    public static readonly DateOnly Monday = new(2026, 1, 5);
    private readonly List<Fact> facts = [];
    private int ids;

    public JournalFacts Facts => new(facts.Count, facts);

    public static DateTimeOffset On(double day) => new DateTimeOffset(Monday, new TimeOnly(9, 0), TimeSpan.FromHours(1)).AddDays(day);

    public Guid NewId() => new($"0198a000-0000-7000-8000-{++ids:D12}");

    public ReportView View(int lastDay, Guid? aim = null, RuleSet? rules = null, int? firstDay = null) => new(
        Guid.Empty,
        new() { From = firstDay is { } day ? Monday.AddDays(day) : null, To = Monday.AddDays(lastDay), Aim = aim, Rules = rules ?? RuleSet.Default },
        Facts);

    public Report Read(ReportKind kind, int lastDay, Guid? aim = null, RuleSet? rules = null) => kind.Of(View(lastDay, aim, rules));

    public T Add<T>(Func<Guid, DateTimeOffset, IReadOnlyList<Guid>, T> make, double day)
        where T : Fact
    {
        var fact = make(NewId(), On(day), [NewId()]);
        facts.Add(fact);
        return fact;
    }

    public AimFact Aim(string title = "Publish every week", double day = 0) =>
        Add((id, at, events) => new AimFact { Id = id, OccurredAt = at, Events = events, Title = title }, day);

    public BeliefFact Belief(
        double day = 0,
        string text = "Being seen invites scrutiny",
        BeliefStance stance = BeliefStance.Limits,
        BeliefScope scope = BeliefScope.Safe,
        BeliefOrigin origin = BeliefOrigin.Explicit,
        double strength = 0.9,
        Guid? aim = null,
        Func<BeliefFact, BeliefFact>? with = null) =>
        Add(
            (id, at, events) =>
            {
                var belief = new BeliefFact { Id = id, OccurredAt = at, Events = events, Text = text, Scope = scope, Stance = stance, Origin = origin, Ratings = [new(at, strength)], AimId = aim };
                return with is null ? belief : with(belief);
            },
            day);

    public EvidenceFact Evidence(BeliefFact belief, bool supports, double day = 1, Guid? source = null) => Add(
        (id, at, events) => new EvidenceFact
        {
            Id = id,
            OccurredAt = at,
            Events = events,
            BeliefId = belief.Id,
            Direction = supports ? EvidenceDirection.Supports : EvidenceDirection.Contradicts,
            SourceId = source,
        },
        day);

    public PracticeFact Practice(Guid? aim = null, int days = 1, string title = "Write", double day = 0) => Add(
        (id, at, events) => new PracticeFact { Id = id, OccurredAt = at, Events = events, Title = title, Cadences = [new(DateOnly.FromDateTime(at.DateTime), 1, days, null)], AimId = aim },
        day);

    public OutcomeFact Outcome(PracticeFact practice, double day, OutcomeState state = OutcomeState.Finished, Func<OutcomeFact, OutcomeFact>? with = null) => Add(
        (id, at, events) =>
        {
            var outcome = new OutcomeFact { Id = id, OccurredAt = at, Events = events, PracticeId = practice.Id, State = state };
            return with is null ? outcome : with(outcome);
        },
        day);

    /// <summary>Weeks of a daily practice: the first so many days of each are finished, the rest missed; a negative figure leaves the week without a record.</summary>
    public void Weeks(PracticeFact practice, int firstWeek, IEnumerable<int> done, Func<OutcomeFact, OutcomeFact>? with = null)
    {
        var week = firstWeek;
        foreach (var days in done)
        {
            for (var day = 0; day < 7 && days >= 0; day++)
            {
                Outcome(practice, (7 * week) + day, day < days ? OutcomeState.Finished : OutcomeState.Missed, with);
            }

            week++;
        }
    }

    public CommitmentFact Commitment(double day, OutcomeState? ended = null, double endedDay = 0, Cause? cause = null, Guid? aim = null, Func<CommitmentFact, CommitmentFact>? with = null) => Add(
        (id, at, events) =>
        {
            var made = new CommitmentFact
            {
                Id = id,
                OccurredAt = at,
                Events = events,
                Title = "Send the draft",
                AimId = aim,
                Endings = ended is { } state ? [new(state, On(endedDay), null, null, null, HasReason: false)] : [],
                Codings = cause is { } code ? [new(On(endedDay), code, null)] : [],
            };
            return with is null ? made : with(made);
        },
        day);

    public InterpretationFact Interpretation(
        double day, InterpretationKind kind = InterpretationKind.Framing, bool? supports = null, Guid? aim = null, Guid? commitment = null, params Guid[] beliefs) => Add(
        (id, at, events) => new InterpretationFact
        {
            Id = id,
            OccurredAt = at,
            Events = events,
            Reading = kind,
            Text = "It is a chance",
            Supports = supports,
            AimId = aim,
            CommitmentId = commitment,
            BeliefIds = beliefs,
        },
        day);

    public DecisionFact Decision(double day, double? made = null, Guid? aim = null, Func<DecisionFact, DecisionFact>? with = null) => Add(
        (id, at, events) =>
        {
            var decision = new DecisionFact { Id = id, OccurredAt = at, Events = events, Question = "Which topic?", AimId = aim, Turns = made is { } on ? [new(TurnKind.Made, On(on), null)] : [] };
            return with is null ? decision : with(decision);
        },
        day);
}

using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.States;

namespace Journal.Tests.Reports;

/// <summary>Facts written down directly, days and hours counted from Monday 5 January 2026, 00:00 UTC. Ids count up, so that every run is the same.</summary>
internal sealed class FactBook
{
    public static readonly DateOnly Monday = new(2026, 1, 5);
    private readonly List<Fact> facts = [];
    private int ids;

    public IReadOnlyList<Fact> Facts => facts;

    public static DateTimeOffset At(double hours) => new DateTimeOffset(Monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hours);

    public Guid Id() => new(++ids, 0, 0, new byte[8]);

    public T Add<T>(T fact)
        where T : Fact
    {
        facts.Add(fact);
        return fact;
    }

    /// <summary>A decision opened at an hour and, where given, made at another.</summary>
    public DecisionFact Decision(double opened, double? made = null, double? confidence = null, bool? cameTrue = null, Func<DecisionFact, DecisionFact>? with = null)
    {
        var decision = new DecisionFact
        {
            Id = Id(),
            OccurredAt = At(opened),
            Events = [Id()],
            Question = "Publish?",
            Options = 2,
            Turns = made is { } hour ? [new(TurnKind.Made, At(hour), confidence)] : [],
            CameTrue = cameTrue,
            OutcomeReviewedAt = cameTrue is null ? null : At(made!.Value + 1),
        };
        return Add(with?.Invoke(decision) ?? decision);
    }

    /// <summary>A commitment made and planned at an hour, begun at another, and ended.</summary>
    public CommitmentFact Commitment(double planned, double? started = null, OutcomeState? ended = null, double? at = null, Func<CommitmentFact, CommitmentFact>? with = null)
    {
        var commitment = new CommitmentFact
        {
            Id = Id(),
            OccurredAt = At(planned),
            Events = [Id()],
            Title = "Send the draft",
            PlannedAt = At(planned),
            Turns = started is { } hour ? [new(At(hour), Started: true)] : [],
            Endings = ended is { } state ? [new(state, At(at ?? (started ?? planned) + 1), null, null, null, HasReason: false)] : [],
        };
        return Add(with?.Invoke(commitment) ?? commitment);
    }

    public PracticeFact Practice(int times = 1, int days = 1, Silence silence = Silence.Unknown, Func<PracticeFact, PracticeFact>? with = null)
    {
        var practice = new PracticeFact { Id = Id(), OccurredAt = At(0), Events = [Id()], Title = "Write", Cadences = [new(Monday, times, days, null)], Silence = silence };
        return Add(with?.Invoke(practice) ?? practice);
    }

    /// <summary>Outcomes of a practice from a day on, a character a day: x done, o missed, s skipped, anything else nothing recorded.</summary>
    public IReadOnlyList<OutcomeFact> Days(PracticeFact practice, string days, int from = 0, Func<OutcomeFact, OutcomeFact>? with = null) =>
        [.. days.Select((state, day) => (state, day)).Where(one => one.state is 'x' or 'o' or 's').Select(one => Outcome(practice, from + one.day, one.state, with))];

    public StateFact Sample(double day, int? energy = null, int? motivation = null, int? confidence = null, int? doubt = null, int? frustration = null, int? enforcement = null) => Add(new StateFact
    {
        Id = Id(),
        OccurredAt = At(day * 24 + 8),
        Events = [Id()],
        Energy = energy,
        Motivation = motivation,
        Confidence = confidence,
        Doubt = doubt,
        Frustration = frustration,
        Enforcement = enforcement,
    });

    /// <summary>The report of these facts.</summary>
    /// <param name="to">The last day, counted from Monday.</param>
    public Report Read(ReportKind kind, int to, int? from = null, RuleSet? rules = null, Guid? aim = null) => kind.Of(new(
        Guid.Empty,
        new() { From = from is { } day ? Monday.AddDays(day) : null, To = Monday.AddDays(to), Rules = rules ?? RuleSet.Default, Aim = aim },
        new(facts.Count, facts)));

    private OutcomeFact Outcome(PracticeFact practice, int day, char state, Func<OutcomeFact, OutcomeFact>? with)
    {
        var outcome = new OutcomeFact
        {
            Id = Id(),
            PracticeId = practice.Id,
            State = state switch { 'x' => OutcomeState.Finished, 'o' => OutcomeState.Missed, _ => OutcomeState.Skipped },
            OccurredAt = At(day * 24 + 12),
            Events = [Id()],
        };
        return Add(with?.Invoke(outcome) ?? outcome);
    }
}

using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Growth;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports;
using Journal.Reports.Metrics;
using Journal.States;
using Journal.Work;

namespace Journal.Tests.Reports.Effort;

/// <summary>A journal of work, written fact by fact. Days count from Monday, 5 January 2026, as 0; weeks from that one as 0.</summary>
internal sealed class RecordedWork
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly List<Fact> facts = [];
    private int last;

    public static DateTimeOffset At(double day) => Noon.AddDays(day);

    public static DateOnly Day(int day) => DateOnly.FromDateTime(Noon.DateTime).AddDays(day);

    public Guid NewId() => new($"0198a000-0000-7000-8000-{++last:D12}");

    public RecordedWork Time(double day, double hours, TimeMode? mode = null, string? topic = null) =>
        Add(new TimeFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Minutes = hours * 60, Mode = mode, Topic = topic });

    public RecordedWork Output(double day, double amount = 1, string? unit = null) =>
        Add(new OutputFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Amount = amount, Unit = unit });

    public RecordedWork Focus(double day, string topic, double share) =>
        Add(new FocusFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Topic = topic, Share = share });

    public Guid Practice(double day = 0, params PracticeFloor[] floors) => Keep(new PracticeFact
    {
        Id = NewId(),
        OccurredAt = At(day),
        Events = [NewId()],
        Title = "Write",
        Cadences = [new(Day((int)day), 1, 1, null)],
        Silence = Silence.Unknown,
        Floors = floors,
    });

    /// <summary>The seven days of a week: so many done, the rest missed.</summary>
    public RecordedWork Week(Guid practice, int week, int done)
    {
        for (var day = 0; day < 7; day++)
        {
            Outcome(practice, (7 * week) + day, day < done ? OutcomeState.Finished : OutcomeState.Missed);
        }

        return this;
    }

    public RecordedWork Outcome(Guid practice, double day, OutcomeState state = OutcomeState.Finished, bool? neededOperator = null, double? minutes = null, Cause? cause = null, int? effort = null) =>
        Add(new OutcomeFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], PracticeId = practice, State = state, NeededOperator = neededOperator, Minutes = minutes, Cause = cause, Effort = effort });

    public Guid Commitment(double day, OutcomeState? state = OutcomeState.Finished, bool? neededOperator = null, Guid? process = null, double? minutes = null, int? clarity = null) => Keep(new CommitmentFact
    {
        Id = NewId(),
        OccurredAt = At(day),
        Events = [NewId()],
        Title = "Send it",
        ProcessId = process,
        Clarity = clarity,
        Endings = state is { } ended ? [new(ended, At(day), null, minutes, neededOperator, HasReason: false)] : [],
    });

    public RecordedWork Correction(double day, Guid? source = null) =>
        Add(new CorrectionFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], SourceId = source });

    public RecordedWork Intervention(double day, Guid? source = null) =>
        Add(new OccasionFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], SourceId = source });

    public Guid Process(params ProcessVersion[] versions) => Keep(new ProcessFact { Id = NewId(), OccurredAt = versions[0].From, Events = [NewId()], Versions = versions });

    public static ProcessVersion Version(double day, int? steps = 5, bool documented = true, bool measured = true) => new(At(day), "Publish", steps, documented, measured, null);

    public RecordedWork Run(
        Guid process, double day, Runner by = Runner.Self, bool? supervised = null, bool? consistent = null, double? hours = null, int? effort = null, bool? present = null, int? steps = null) =>
        Add(new RunFact
        {
            Id = NewId(),
            OccurredAt = At(day),
            Events = [NewId()],
            ProcessId = process,
            By = by,
            Supervised = supervised,
            Consistent = consistent,
            Minutes = hours * 60,
            Effort = effort,
            OperatorPresent = present,
            Steps = steps,
        });

    public RecordedWork Defect(double day, params DefectStatus[] turns) => Add(new DefectFact
    {
        Id = NewId(),
        OccurredAt = At(day),
        Events = [NewId()],
        Title = "Quality slips",
        Turns = [.. turns.Select((status, i) => new DefectTurn(status, At(day + (i * 0.01))))],
    });

    public RecordedWork Load(double day, int? team = null, int? messages = null, int? opportunities = null, int? pressure = null) =>
        Add(new LoadFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], TeamSize = team, Messages = messages, Opportunities = opportunities, Pressure = pressure });

    public RecordedWork State(double day, int? energy = null, int? enforcement = null, int? frustration = null, int? doubt = null) =>
        Add(new StateFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Energy = energy, Enforcement = enforcement, Frustration = frustration, Doubt = doubt });

    public RecordedWork Amplify(double day, AmplifierKind kind, Guid? process = null) =>
        Add(new AmplifierFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Amplifier = kind, ProcessId = process });

    public RecordedWork Intervene(double day, params Layer[] layers) =>
        Add(new InterventionFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Title = "Begin again", Layers = layers });

    public RecordedWork Standard(double day, double hours) =>
        Add(new StandardFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], Hours = hours });

    /// <summary>A decision made so many days later, or still open, gone over without a new fact so many times.</summary>
    public RecordedWork Decision(double day, double? days, double? confidence = null, bool? cameTrue = null, int passes = 0) => Add(new DecisionFact
    {
        Id = NewId(),
        OccurredAt = At(day),
        Events = [NewId()],
        Question = "Which one?",
        CameTrue = cameTrue,
        OutcomeReviewedAt = cameTrue is null ? null : At(day + (days ?? 0)),
        Reviews = [.. Enumerable.Range(0, passes).Select(_ => new Review(NewId(), At(day), NewFact: false, null))],
        Turns = days is { } taken ? [new(TurnKind.Made, At(day + taken), confidence)] : [],
    });

    public Guid Belief(double day, params Prediction[] predictions) => Belief(day, BeliefOrigin.Explicit, predictions);

    /// <summary>A belief that nobody has confirmed.</summary>
    public Guid Suspected(double day, params Prediction[] predictions) => Belief(day, BeliefOrigin.Inferred, predictions);

    public RecordedWork Evidence(Guid belief, double day, EvidenceDirection direction) =>
        Add(new EvidenceFact { Id = NewId(), OccurredAt = At(day), Events = [NewId()], BeliefId = belief, Direction = direction });

    public RecordedWork Add(Fact fact)
    {
        facts.Add(fact);
        return this;
    }

    public ReportView View(int lastDay) => new(new Guid("0198a000-0000-7000-9000-000000000001"), new ReportRequest { To = Day(lastDay) }, new(last, facts));

    public WorkRecords Work(int lastDay) => WorkRecords.Of(View(lastDay));

    public Report Of(ReportKind kind, int lastDay) => kind.Of(View(lastDay));

    private Guid Belief(double day, BeliefOrigin origin, Prediction[] predictions) => Keep(new BeliefFact
    {
        Id = NewId(),
        OccurredAt = At(day),
        Events = [NewId()],
        Text = "It will hold",
        Scope = BeliefScope.Possible,
        Stance = BeliefStance.Serves,
        Origin = origin,
        Ratings = [new(At(day), 0.8)],
        Predictions = predictions,
    });

    private Guid Keep(Fact fact)
    {
        facts.Add(fact);
        return fact.Id;
    }
}

using Journal.Facts;

namespace Journal.Work;

/// <summary>Something had to be done again or put right.</summary>
[Subject("correction", "corrections", "Something that had to be done again or put right.", typeof(CorrectionMade))]
public sealed record CorrectionFact : Fact, IFact<CorrectionFact>
{
    public double? Minutes { get; init; }

    /// <summary>The commitment, practice or process it was about.</summary>
    public Guid? SourceId { get; init; }

    public Guid? AimId { get; init; }

    public static CorrectionFact? Fold(CorrectionFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, CorrectionMade made) => new() { Id = made.CorrectionId, OccurredAt = made.OccurredAt, Events = [id], Minutes = made.Minutes, SourceId = made.SourceId, AimId = made.AimId },
        _ => fact,
    };
}

/// <summary>Something that should run by itself took the person's own intervention.</summary>
[Subject("occasion", "occasions", "A time when something that should run by itself took the person's own intervention.", typeof(OperatorIntervened))]
public sealed record OccasionFact : Fact, IFact<OccasionFact>
{
    public double? Minutes { get; init; }

    /// <summary>The commitment, practice or process it was about.</summary>
    public Guid? SourceId { get; init; }

    public Guid? AimId { get; init; }

    public static OccasionFact? Fold(OccasionFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, OperatorIntervened made) => new() { Id = made.OccasionId, OccurredAt = made.OccurredAt, Events = [id], Minutes = made.Minutes, SourceId = made.SourceId, AimId = made.AimId },
        _ => fact,
    };
}

[Subject("output", "outputs", "What came out of the work.", typeof(OutputRecorded))]
public sealed record OutputFact : Fact, IFact<OutputFact>
{
    public required double Amount { get; init; }

    [Personal]
    public string? Unit { get; init; }

    public double? Minutes { get; init; }

    public Guid? ProcessId { get; init; }

    [Personal]
    public string? Topic { get; init; }

    public Guid? AimId { get; init; }

    public static OutputFact? Fold(OutputFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, OutputRecorded output) => new()
        {
            Id = output.OutputId,
            OccurredAt = output.OccurredAt,
            Events = [id],
            Amount = output.Amount,
            Unit = output.Unit,
            Minutes = output.Minutes,
            ProcessId = output.ProcessId,
            Topic = output.Topic,
            AimId = output.AimId,
        },
        _ => fact,
    };
}

[Subject("time", "time", "What time went into.", typeof(TimeSpent))]
public sealed record TimeFact : Fact, IFact<TimeFact>
{
    public required double Minutes { get; init; }

    public TimeMode? Mode { get; init; }

    [Personal]
    public string? Topic { get; init; }

    /// <summary>The commitment that was meant to be worked on at that time.</summary>
    public Guid? InsteadOf { get; init; }

    public Guid? AimId { get; init; }

    public static TimeFact? Fold(TimeFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, TimeSpent time) => new()
        {
            Id = time.TimeId,
            OccurredAt = time.OccurredAt,
            Events = [id],
            Minutes = time.Minutes,
            Mode = time.Mode,
            Topic = time.Topic,
            InsteadOf = time.InsteadOf,
            AimId = time.AimId,
        },
        _ => fact,
    };
}

/// <summary>What share of the time a topic is meant to have, from <see cref="Fact.OccurredAt"/> on.</summary>
[Subject("focus", "focuses", "What share of the time a topic is meant to have.", typeof(FocusSet))]
public sealed record FocusFact : Fact, IFact<FocusFact>
{
    [Personal]
    public required string Topic { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Share { get; init; }

    public Guid? AimId { get; init; }

    public static FocusFact? Fold(FocusFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, FocusSet set) => new() { Id = set.FocusId, OccurredAt = set.OccurredAt, Events = [id], Topic = set.Topic, Share = set.Share, AimId = set.AimId },
        _ => fact,
    };
}

using Journal.Facts;

namespace Journal.Growth;

[Subject("amplifier", "amplifiers", "Something added that makes more of what is there: effort, a hire, a tool, automation, marketing, expansion.",
    typeof(AmplifierApplied))]
public sealed record AmplifierFact : Fact, IFact<AmplifierFact>
{
    public required AmplifierKind Amplifier { get; init; }

    [Personal]
    public string? Title { get; init; }

    public Guid? ProcessId { get; init; }

    public Guid? AimId { get; init; }

    public override string? Heading => Title ?? Amplifier.ToString();

    public static AmplifierFact? Fold(AmplifierFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, AmplifierApplied applied) => new()
        {
            Id = applied.AmplifierId,
            OccurredAt = applied.OccurredAt,
            Events = [id],
            Amplifier = applied.Kind,
            Title = applied.Title,
            ProcessId = applied.ProcessId,
            AimId = applied.AimId,
        },
        _ => fact,
    };
}

/// <summary>How much there was to carry at one moment; units as in <see cref="LoadObserved"/>.</summary>
[Subject("load", "loads", "How much there is to carry at one moment.", typeof(LoadObserved))]
public sealed record LoadFact : Fact, IFact<LoadFact>
{
    public int? TeamSize { get; init; }

    public int? Messages { get; init; }

    public int? Opportunities { get; init; }

    public int? Visibility { get; init; }

    public int? Pressure { get; init; }

    public int? Expectation { get; init; }

    public static LoadFact? Fold(LoadFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, LoadObserved load) => new()
        {
            Id = load.LoadId,
            OccurredAt = load.OccurredAt,
            Events = [id],
            TeamSize = load.TeamSize,
            Messages = load.Messages,
            Opportunities = load.Opportunities,
            Visibility = load.Visibility,
            Pressure = load.Pressure,
            Expectation = load.Expectation,
        },
        _ => fact,
    };
}

using System.Text.Json.Serialization;
using Journal.Facts;

namespace Journal.Practices;

[Subject("practice", "practices", "A recurring action.", typeof(PracticeAdopted), typeof(PracticeRevised), typeof(PracticeFloorSet), typeof(PracticeSilenceChosen), typeof(PracticeDropped))]
public sealed record PracticeFact : Fact, IFact<PracticeFact>
{
    public required string Title { get; init; }

    /// <summary>What was meant to be done, by the day it came into force, oldest first; never empty.</summary>
    public required IReadOnlyList<Cadence> Cadences { get; init; }

    public string? Unit { get; init; }

    public TargetBound Bound { get; init; }

    /// <summary>What a day without a record meant when it was taken up.</summary>
    public Silence Silence { get; init; }

    /// <summary>What the person chose it to mean since, by valid time, oldest first.</summary>
    public IReadOnlyList<ChosenSilence> Chosen { get; init; } = [];

    /// <summary>What a day without a record means.</summary>
    [JsonIgnore]
    public Silence SilenceMeans => Chosen is [.., var last] ? last.Silence : Silence;

    public Guid? AimId { get; init; }

    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>The least the person meant to keep of it, by valid time, oldest first.</summary>
    public IReadOnlyList<PracticeFloor> Floors { get; init; } = [];

    /// <summary>Where it was imported from, such as <c>loop:15</c>; null when it was adopted here.</summary>
    public string? Source { get; init; }

    public override string? Heading => Title;

    /// <summary>The cadence in force on a day; before the first one, the first.</summary>
    public Cadence On(DateOnly day) => Cadences.LastOrDefault(cadence => cadence.From <= day) ?? Cadences[0];

    internal override Fact Until(ValidTime moment) => this with
    {
        DroppedAt = DroppedAt is { } at && !moment.Includes(at) ? null : DroppedAt,
        Cadences = Cadences.FirstAndThose(cadence => cadence.From <= moment.Day),
        Floors = Floors.Those(floor => moment.Includes(floor.At)),
        Chosen = Chosen.Those(choice => moment.Includes(choice.At)),
    };

    /// <summary>What silence means where nobody chose: below a limit there is nothing to record, so that a day without a record says nothing.</summary>
    public static Silence UsualSilence(TargetBound bound) => bound == TargetBound.AtMost ? Silence.Unknown : Silence.InUse;

    public static PracticeFact? Fold(PracticeFact? fact, object e, Guid id) => Fold(fact, e, id, () => null);

    /// <summary>The practice after an event of its own; any other event leaves it as it is.</summary>
    /// <param name="fact">The practice before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="source">Reads where the event was imported from; asked only when it was adopted.</param>
    public static PracticeFact? Fold(PracticeFact? fact, object e, Guid id, Func<string?> source) => (fact, e) switch
    {
        (null, PracticeAdopted adopted) => Adopt(adopted, id, source()),
        ({ } practice, PracticeRevised revised) => practice.Revise(revised, id),
        ({ } practice, PracticeFloorSet set) => practice with
        {
            Floors = [.. practice.Floors.Append(new(set.OccurredAt, set.Floor, set.NonNegotiable)).OrderBy(floor => floor.At)],
            Events = [.. practice.Events, id],
        },
        ({ } practice, PracticeSilenceChosen chosen) => practice with
        {
            Chosen = [.. practice.Chosen.Append(new(chosen.OccurredAt, chosen.Silence)).OrderBy(choice => choice.At)],
            Events = [.. practice.Events, id],
        },
        ({ } practice, PracticeDropped dropped) => practice with { DroppedAt = dropped.OccurredAt, Events = [.. practice.Events, id] },
        _ => fact,
    };

    private static PracticeFact Adopt(PracticeAdopted e, Guid id, string? source) => new()
    {
        Id = e.PracticeId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Title = e.Title,
        Cadences = [new(DateOnly.FromDateTime(e.OccurredAt.DateTime), e.Times, e.Days, e.Target)],
        Unit = e.Unit,
        Bound = e.Bound,

        // "Unknown" is what version 0.1 wrote for a practice of one's own where nothing was chosen. What an importer wrote, it meant.
        Silence = e.Silence == Silence.Unknown && source is null ? UsualSilence(e.Bound) : e.Silence,
        AimId = e.AimId,
        Source = source,
    };

    private PracticeFact Revise(PracticeRevised e, Guid id)
    {
        var from = DateOnly.FromDateTime(e.OccurredAt.DateTime);
        var before = On(from);
        var cadence = new Cadence(from, e.Times ?? before.Times, e.Days ?? before.Days, e.Target ?? before.Target);
        return this with
        {
            Title = e.Title ?? Title,
            Unit = e.Unit ?? Unit,
            AimId = e.AimId ?? AimId,
            Cadences = [.. Cadences.Where(known => known.From != from).Append(cadence).OrderBy(known => known.From)],
            Events = [.. Events, id],
        };
    }
}

/// <param name="From">The first day it holds.</param>
/// <param name="Times">How often in every <paramref name="Days"/> days.</param>
/// <param name="Target">The amount that counts as done; null where doing it at all counts.</param>
public sealed record Cadence(DateOnly From, int Times, int Days, double? Target)
{
    /// <summary>Times a day.</summary>
    [JsonIgnore]
    public double Rate => (double)Times / Days;
}

/// <summary>What a day without a record was chosen to mean, at a moment.</summary>
public sealed record ChosenSilence(DateTimeOffset At, Silence Silence);

/// <param name="Floor">Adherence of a week, 0 to 1.</param>
public sealed record PracticeFloor(DateTimeOffset At, double Floor, bool NonNegotiable);

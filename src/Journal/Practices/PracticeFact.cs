using System.Text.Json.Serialization;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Practices;

[Subject("practice", "practices", "A recurring action.", typeof(PracticeAdopted), typeof(PracticeRevised), typeof(PracticeFloorSet), typeof(PracticeSilenceChosen), typeof(PracticeDropped), typeof(PracticeResumed), Daily = true)]
public sealed record PracticeFact : Fact, IFact<PracticeFact>
{
    [Personal]
    public required string Title { get; init; }

    /// <summary>What was meant to be done, by the day it came into force, oldest first; never empty.</summary>
    public required IReadOnlyList<Cadence> Cadences { get; init; }

    [Personal]
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

    /// <summary>The last day on which a day without a record means what <see cref="Silence"/> says; null while it goes on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? SilenceUntil { get; init; }

    /// <summary>When it was given up; null while it goes on.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>When it was given up and taken up again, oldest first; null where it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Pause>? Pauses { get; init; }

    /// <summary>The least the person meant to keep of it, by valid time, oldest first.</summary>
    public IReadOnlyList<PracticeFloor> Floors { get; init; } = [];

    /// <summary>Where it was imported from, such as <c>loop:15</c>; null when it was adopted here.</summary>
    [Personal]
    public string? Source { get; init; }

    public override string? Heading => Title;

    /// <summary>The cadence in force on a day; before the first one, the first.</summary>
    public Cadence On(DateOnly day) => Cadences.LastOrDefault(cadence => cadence.From <= day) ?? Cadences[0];

    /// <summary>Whether it was given up before a day and not taken up again by then. The day itself on which it was given up still counts.</summary>
    public bool IsGivenUpOn(DateOnly day) =>
        (DroppedAt is { } at && day > DayOf(at)) || (Pauses is { } pauses && pauses.Any(pause => day > DayOf(pause.From) && day < DayOf(pause.Until)));

    internal override Fact Until(ValidTime moment) => this with
    {
        DroppedAt = Pauses?.FirstOrDefault(pause => moment.Includes(pause.From) && !moment.Includes(pause.Until))?.From
            ?? (DroppedAt is { } at && !moment.Includes(at) ? null : DroppedAt),
        Pauses = Pauses?.Where(pause => moment.Includes(pause.Until)).ToList() is { Count: > 0 } over ? over : null,
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
        ({ DroppedAt: { } since } practice, PracticeResumed resumed) => practice with
        {
            DroppedAt = null,
            Pauses = [.. practice.Pauses ?? [], new(since, resumed.OccurredAt)],
            Events = [.. practice.Events, id],
        },
        _ => fact,
    };

    private static PracticeFact Adopt(PracticeAdopted e, Guid id, string? source) => new()
    {
        Id = e.PracticeId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Title = e.Title,
        Cadences = [new(DayOf(e.OccurredAt), e.Times, e.Days, e.Target) { Bound = e.Bound }],
        Unit = e.Unit,
        Bound = e.Bound,

        // "Unknown" is what version 0.1 wrote for a practice of one's own where nothing was chosen. What an importer wrote, it meant.
        Silence = e.Silence == Silence.Unknown && source is null ? UsualSilence(e.Bound) : e.Silence,
        SilenceUntil = e.SilenceUntil is { } last ? DayOf(last) : null,
        AimId = e.AimId,
        Source = source,
    };

    private PracticeFact Revise(PracticeRevised e, Guid id)
    {
        var from = DayOf(e.OccurredAt);
        var before = On(from);
        var cadence = new Cadence(from, e.Times ?? before.Times, e.Days ?? before.Days, e.Clears(PracticePart.Target) ? null : e.Target ?? before.Target) { Bound = e.Bound ?? before.Bound };
        return this with
        {
            Title = e.Title ?? Title,
            Unit = e.Clears(PracticePart.Unit) ? null : e.Unit ?? Unit,
            Bound = e.Bound ?? Bound,
            Chosen = e.Silence is { } silence ? [.. Chosen.Append(new(e.OccurredAt, silence)).OrderBy(choice => choice.At)] : Chosen,
            SilenceUntil = e.Clears(PracticePart.SilenceUntil) ? null : e.SilenceUntil is { } last ? DayOf(last) : SilenceUntil,
            AimId = e.Clears(PracticePart.AimId) ? null : e.AimId ?? AimId,
            Cadences = IsOfSilence(e) ? Cadences : [.. Cadences.Where(known => known.From != from).Append(cadence).OrderBy(known => known.From)],
            Events = [.. Events, id],
        };
    }

    // What says only how silence is to be read, as each import may, sets no cadence.
    private static bool IsOfSilence(PracticeRevised e) => e is { Times: null, Days: null, Target: null, Bound: null } && !e.Clears(PracticePart.Target) && (e.Silence is not null || e.SilenceUntil is not null);

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);
}

/// <param name="From">The first day it holds.</param>
/// <param name="Times">How often in every <paramref name="Days"/> days.</param>
/// <param name="Target">The amount that counts as done; null where doing it at all counts.</param>
public sealed record Cadence(DateOnly From, int Times, int Days, double? Target)
{
    /// <summary>Whether the target is to be reached or to be kept to. Only what is no minimum is written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TargetBound Bound { get; init; }

    /// <summary>The days that the target stands for: an amount is added up over them. One where the practice is meant several times in its days.</summary>
    [JsonIgnore]
    public int Window => Times == 1 ? Days : 1;

    /// <summary>Times a day.</summary>
    [JsonIgnore]
    public double Rate => (double)Times / Days;
}

/// <summary>A time in which a practice was given up.</summary>
public sealed record Pause(DateTimeOffset From, DateTimeOffset Until);
/// <summary>What a day without a record was chosen to mean, at a moment.</summary>
public sealed record ChosenSilence(DateTimeOffset At, Silence Silence);

/// <param name="Floor">Adherence of a week, 0 to 1.</param>
public sealed record PracticeFloor(DateTimeOffset At, double Floor, bool NonNegotiable);

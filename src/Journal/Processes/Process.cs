using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Processes;

/// <summary>A repeatable way of doing something.</summary>
/// <param name="Documented">Whether it is written down so that another could follow it.</param>
/// <param name="Metric">What it is measured by; null while nothing is.</param>
/// <param name="PlannedMinutes">How long a run is meant to take.</param>
public sealed record ProcessDefined(
    Guid ProcessId,
    [property: Personal] string Title,
    int? Steps,
    bool Documented,
    [property: Personal] string? Metric,
    double? PlannedMinutes,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => ProcessId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Title(Title)
        ?? Check.Count(Steps, "steps")
        ?? Check.OptionalTitle(Metric, "metric")
        ?? Check.Quantity(PlannedMinutes, "plannedMinutes")
        ?? Check.When(OccurredAt, now);
}

/// <summary>A new version of it; a null leaves that part as it was.</summary>
/// <param name="Cleared">The parts that are empty from here on; null for none.</param>
public sealed record ProcessRevised(
    Guid ProcessId,
    [property: Personal] string? Title,
    int? Steps,
    bool? Documented,
    [property: Personal] string? Metric,
    double? PlannedMinutes,
    DateTimeOffset OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProcessPart>? Cleared = null) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => ProcessId;

    /// <summary>Whether a part is empty from here on.</summary>
    public bool Clears(ProcessPart part) => Cleared?.Contains(part) is true;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.OptionalTitle(Title)
        ?? Check.Count(Steps, "steps")
        ?? Check.OptionalTitle(Metric, "metric")
        ?? Check.Quantity(PlannedMinutes, "plannedMinutes")
        ?? Check.When(OccurredAt, now)
        ?? Unchanged();

    private Refusal? Unchanged() =>
        this is { Title: null, Steps: null, Documented: null, Metric: null, PlannedMinutes: null, Cleared: null }
            ? Refusal.Invalid("process.unchanged", "Say what changes: title, steps, documented, metric or plannedMinutes.")
            : null;
}

/// <summary>What a process may be without.</summary>
public enum ProcessPart
{
    Steps,
    Metric,
    PlannedMinutes,
}

/// <summary>It was carried out once.</summary>
/// <param name="Supervised">Whether somebody watched over it.</param>
/// <param name="Consistent">Whether it came out as it should.</param>
/// <param name="Effort">How hard it was, 1 (none) to 7.</param>
/// <param name="OperatorPresent">Whether the person was there at all.</param>
public sealed record ProcessRun(
    Guid ProcessId,
    Guid RunId,
    Runner By,
    bool? Supervised,
    bool? Consistent,
    double? Minutes,
    int? Steps,
    int? Effort,
    bool? OperatorPresent,
    [property: Personal] string? Note,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => ProcessId;

    Guid IPartOf.PartId => RunId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Known<Runner>(By, "by")
        ?? Check.Quantity(Minutes, "minutes")
        ?? Check.Count(Steps, "steps")
        ?? Check.Rating(Effort, "effort")
        ?? Check.OptionalText(Note, "note")
        ?? Check.When(OccurredAt, now);
}

public enum Runner
{
    Self,
    Other,
}

public sealed record Process(Guid Id, ImmutableHashSet<Guid> Runs, bool Retracted) : IState<Process>, IRetractable
{
    private static Process From(ProcessDefined e) => new(e.ProcessId, [], Retracted: false);

    private static Process On(ProcessRun e, Process process) => process with { Runs = process.Runs.Add(e.RunId) };

    private static Process On(SubjectRetracted e, Process process) => process with { Retracted = true };

    public static Process? Fold(Process? state, IJournalEvent e) => (state, e) switch
    {
        (null, ProcessDefined defined) => From(defined),
        ({ } process, ProcessRun run) => On(run, process),
        ({ } process, SubjectRetracted retracted) => On(retracted, process),
        _ => state,
    };
}

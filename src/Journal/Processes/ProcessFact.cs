using Journal.Facts;
using Journal.Recording;

namespace Journal.Processes;

[Subject("process", "processes", "A repeatable way of doing something.", typeof(ProcessDefined), typeof(ProcessRevised))]
public sealed record ProcessFact : Fact, IFact<ProcessFact>
{
    /// <summary>What it was called and how it was meant to go, by valid time, oldest first; never empty.</summary>
    public required IReadOnlyList<ProcessVersion> Versions { get; init; }

    public Guid? AimId { get; init; }

    public override string? Heading => Versions[^1].Title;

    /// <summary>The version in force at a moment; before the first one, the first.</summary>
    public ProcessVersion At(DateTimeOffset moment) => Versions.LastOrDefault(version => version.From <= moment) ?? Versions[0];

    internal override Fact Until(ValidTime moment) => this with { Versions = Versions.FirstAndThose(version => moment.Includes(version.From)) };

    public static ProcessFact? Fold(ProcessFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, ProcessDefined defined) => new()
        {
            Id = defined.ProcessId,
            OccurredAt = defined.OccurredAt,
            Events = [id],
            Versions = [new(defined.OccurredAt, defined.Title, defined.Steps, defined.Documented, defined.Metric is not null, defined.PlannedMinutes)],
            AimId = defined.AimId,
        },
        ({ } process, ProcessRevised revised) => process.Revise(revised, id),
        _ => fact,
    };

    private ProcessFact Revise(ProcessRevised e, Guid id)
    {
        var before = At(e.OccurredAt);
        var version = new ProcessVersion(
            e.OccurredAt,
            e.Title ?? before.Title,
            e.Clears(ProcessPart.Steps) ? null : e.Steps ?? before.Steps,
            e.Documented ?? before.Documented,
            !e.Clears(ProcessPart.Metric) && (e.Metric is not null || before.Measured),
            e.Clears(ProcessPart.PlannedMinutes) ? null : e.PlannedMinutes ?? before.PlannedMinutes);
        return this with { Versions = [.. Versions.Append(version).OrderBy(one => one.From)], Events = [.. Events, id] };
    }
}

/// <param name="Measured">Whether there is something it is measured by.</param>
public sealed record ProcessVersion(DateTimeOffset From, [property: Personal] string Title, int? Steps, bool Documented, bool Measured, double? PlannedMinutes);

/// <summary>One run of a process. It is a fact of its own, which the retraction of its process does not touch: a figure takes the runs of processes that are there.</summary>
[Subject("run", "runs", "One time a process was carried out.", typeof(ProcessRun), PartOf = typeof(ProcessFact))]
public sealed record RunFact : Fact, IFact<RunFact>
{
    public required Guid ProcessId { get; init; }

    public required Runner By { get; init; }

    public bool? Supervised { get; init; }

    /// <summary>Whether it came out as it should.</summary>
    public bool? Consistent { get; init; }

    public double? Minutes { get; init; }

    public int? Steps { get; init; }

    /// <summary>1 to 7.</summary>
    public int? Effort { get; init; }

    public bool? OperatorPresent { get; init; }

    public static RunFact? Fold(RunFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, ProcessRun run) => new()
        {
            Id = run.RunId,
            OccurredAt = run.OccurredAt,
            Events = [id],
            ProcessId = run.ProcessId,
            By = run.By,
            Supervised = run.Supervised,
            Consistent = run.Consistent,
            Minutes = run.Minutes,
            Steps = run.Steps,
            Effort = run.Effort,
            OperatorPresent = run.OperatorPresent,
        },
        _ => fact,
    };
}

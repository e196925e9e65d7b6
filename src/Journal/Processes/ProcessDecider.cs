using Journal.Recording;

namespace Journal.Processes;

[Route("processes", "Defines a process.", Verb = "define")]
public sealed record DefineProcess(
    string Title, int? Steps = null, bool Documented = false, string? Metric = null, double? PlannedMinutes = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("processes/{id}/revise", "Makes a new version of it; what is left out stays.")]
public sealed record ReviseProcess(
    string? Title = null, int? Steps = null, bool? Documented = null, string? Metric = null, double? PlannedMinutes = null) : Command;

[Route("processes/{id}/run", "It was carried out once.")]
public sealed record RunProcess(
    Guid RunId,
    Runner By = Runner.Self,
    bool? Supervised = null,
    bool? Consistent = null,
    double? Minutes = null,
    int? Steps = null,
    int? Effort = null,
    bool? OperatorPresent = null,
    string? Note = null) : Command;

public static class ProcessDecider
{
    private const string Subject = "process";

    public static Verdict Decide(DefineProcess command, Process? process, DateTimeOffset now) => Verdict.Unless(
        Check.Title(command.Title)
            ?? Check.Count(command.Steps, "steps")
            ?? Check.OptionalTitle(command.Metric, "metric")
            ?? Check.Quantity(command.PlannedMinutes, "plannedMinutes")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.Unused(process, Subject),
        new ProcessDefined(
            command.Id,
            command.Title,
            command.Steps,
            command.Documented,
            command.Metric,
            command.PlannedMinutes,
            command.AimId,
            command.OccurredAt ?? now));

    public static Verdict Decide(ReviseProcess command, Process? process, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalTitle(command.Title)
            ?? Check.Count(command.Steps, "steps")
            ?? Check.OptionalTitle(command.Metric, "metric")
            ?? Check.Quantity(command.PlannedMinutes, "plannedMinutes")
            ?? Check.When(command.OccurredAt, now)
            ?? Unchanged(command)
            ?? Presence.There(process, Subject),
        new ProcessRevised(
            command.Id, command.Title, command.Steps, command.Documented, command.Metric, command.PlannedMinutes, command.OccurredAt ?? now));

    public static Verdict Decide(RunProcess command, Process? process, DateTimeOffset now) => Verdict.Unless(
        Check.Known<Runner>(command.By, "by")
            ?? Check.Quantity(command.Minutes, "minutes")
            ?? Check.Count(command.Steps, "steps")
            ?? Check.Rating(command.Effort, "effort")
            ?? Check.OptionalText(command.Note, "note")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.There(process, Subject)
            ?? (process?.Runs.Contains(command.RunId) is true ? Refusal.Conflict("run.exists", "This run is already recorded.") : null),
        new ProcessRun(
            command.Id,
            command.RunId,
            command.By,
            command.Supervised,
            command.Consistent,
            command.Minutes,
            command.Steps,
            command.Effort,
            command.OperatorPresent,
            command.Note,
            command.OccurredAt ?? now));

    private static Refusal? Unchanged(ReviseProcess command) =>
        command is { Title: null, Steps: null, Documented: null, Metric: null, PlannedMinutes: null }
            ? Refusal.Invalid("process.unchanged", "Say what changes: title, steps, documented, metric or plannedMinutes.")
            : null;
}

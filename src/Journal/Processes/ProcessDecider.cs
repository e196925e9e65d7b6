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
    string? Title = null, [property: Clearable] int? Steps = null, bool? Documented = null, [property: Clearable] string? Metric = null, [property: Clearable] double? PlannedMinutes = null) : Revision;

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
        Presence.Unused(process, Subject),
        new ProcessDefined(
            command.Id,
            command.Title,
            command.Steps,
            command.Documented,
            command.Metric,
            command.PlannedMinutes,
            command.AimId,
            command.OccurredAt ?? now),
        now);

    public static Verdict Decide(ReviseProcess command, Process? process, DateTimeOffset now) => Verdict.Unless(
        Presence.There(process, Subject),
        new ProcessRevised(
            command.Id, command.Title, command.Steps, command.Documented, command.Metric, command.PlannedMinutes, command.OccurredAt ?? now, command.ClearedParts<ProcessPart>()),
        now);

    public static Verdict Decide(RunProcess command, Process? process, DateTimeOffset now) => Verdict.Unless(
        Presence.There(process, Subject) ?? (process?.Runs.Contains(command.RunId) is true ? Refusal.Conflict("run.exists", "This run is already recorded.") : null),
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
            command.OccurredAt ?? now),
        now);
}

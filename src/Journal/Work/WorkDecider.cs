using Journal.Recording;

namespace Journal.Work;

[Route("corrections", "Records a correction.", Verb = "make")]
public sealed record MakeCorrection(double? Minutes = null, Guid? SourceId = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("occasions", "Records such a time.", Verb = "record")]
public sealed record RecordOperatorIntervention(double? Minutes = null, Guid? SourceId = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("outputs", "Records an output.", Verb = "record")]
public sealed record RecordOutput(
    double Amount = 1,
    string? Unit = null,
    double? Minutes = null,
    Guid? ProcessId = null,
    string? Topic = null,
    string? Note = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => [.. Reference.To("process", ProcessId), .. Reference.To("aim", AimId)];
}

[Route("time", "Records time spent.", Verb = "spend")]
public sealed record SpendTime(
    double Minutes, TimeMode? Mode = null, string? Topic = null, Guid? InsteadOf = null, string? Note = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => [.. Reference.To("commitment", InsteadOf), .. Reference.To("aim", AimId)];
}

[Route("focuses", "Sets the share a topic is meant to have.", Verb = "set")]
public sealed record SetFocus(string Topic, double Share, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

public static class WorkDecider
{
    public static Verdict Decide(MakeCorrection command, Observation<CorrectionMade>? correction, DateTimeOffset now) => Observing.Once(
        "correction",
        correction,
        Check.Quantity(command.Minutes, "minutes") ?? Check.OptionalText(command.Note, "note"),
        new CorrectionMade(command.Id, command.Minutes, command.SourceId, command.Note, command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(RecordOperatorIntervention command, Observation<OperatorIntervened>? occasion, DateTimeOffset now) => Observing.Once(
        "occasion",
        occasion,
        Check.Quantity(command.Minutes, "minutes") ?? Check.OptionalText(command.Note, "note"),
        new OperatorIntervened(command.Id, command.Minutes, command.SourceId, command.Note, command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(RecordOutput command, Observation<OutputRecorded>? output, DateTimeOffset now) => Observing.Once(
        "output",
        output,
        Check.Quantity(command.Amount, "amount")
            ?? Check.OptionalTitle(command.Unit, "unit")
            ?? Check.Quantity(command.Minutes, "minutes")
            ?? Check.OptionalTitle(command.Topic, "topic")
            ?? Check.OptionalText(command.Note, "note"),
        new OutputRecorded(
            command.Id,
            command.Amount,
            command.Unit,
            command.Minutes,
            command.ProcessId,
            command.Topic,
            command.Note,
            command.AimId,
            command.OccurredAt ?? now),
        now);

    public static Verdict Decide(SpendTime command, Observation<TimeSpent>? time, DateTimeOffset now) => Observing.Once(
        "time",
        time,
        Check.Quantity(command.Minutes, "minutes")
            ?? Check.Known(command.Mode, "mode")
            ?? Check.OptionalTitle(command.Topic, "topic")
            ?? Check.OptionalText(command.Note, "note"),
        new TimeSpent(
            command.Id, command.Minutes, command.Mode, command.Topic, command.InsteadOf, command.Note, command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(SetFocus command, Observation<FocusSet>? focus, DateTimeOffset now) => Observing.Once(
        "focus",
        focus,
        Check.Title(command.Topic, "topic") ?? Check.Share(command.Share, "share"),
        new FocusSet(command.Id, command.Topic, command.Share, command.AimId, command.OccurredAt ?? now),
        now);
}

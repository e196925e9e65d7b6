using Journal.Domain.Observations;

namespace Journal.Domain.Work;

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

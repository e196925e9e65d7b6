using Journal.Commitments;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Thinking;

/// <summary>A start after its plan.</summary>
internal sealed record LateStart(Guid Subject, string Title, DateTimeOffset At, double DelayDays, Guid? AimId, IReadOnlyList<Guid> Events)
{
    /// <summary>Starts of the window that came later than the rules call on time, by valid time. A commitment need not have ended.</summary>
    public static IReadOnlyList<LateStart> Of(ReportView view)
    {
        var practices = view.All<PracticeFact>().ToDictionary(practice => practice.Id);
        var outcomes = view.All<OutcomeFact>().Where(one => one.StartedAt is not null && practices.ContainsKey(one.PracticeId))
            .Select(one => new LateStart(one.PracticeId, practices[one.PracticeId].Title, one.StartedAt!.Value, one.DelayDays ?? 0, practices[one.PracticeId].AimId, one.Events));
        var commitments = view.All<CommitmentFact>().Where(one => one.StartedAt is not null)
            .Select(one => new LateStart(one.Id, one.Title, one.StartedAt!.Value, one.DelayDays ?? 0, one.AimId, one.Events));
        return
        [
            .. outcomes.Concat(commitments)
                .Where(one => one.DelayDays > view[StartMetrics.OnTimeDays] && view.Covers(one.At) && view.Serves(one.AimId))
                .OrderBy(one => one.At).ThenBy(one => one.Subject),
        ];
    }
}

/// <summary>An inner dialogue and the next late start after it: of the commitment it is about, else of its aim, else of any.</summary>
/// <param name="Late">Null where none followed within the rules' <c>dialogueDays</c>.</param>
internal sealed record DialogueLink(InterpretationFact Dialogue, LateStart? Late)
{
    public static readonly WholeRule DialogueDays = new("dialogueDays", 7, 1, 366, "Days after an inner dialogue in which a late start is linked to it.");

    public static IReadOnlyList<DialogueLink> Of(ReportView view)
    {
        var late = LateStart.Of(view);
        return
        [
            .. view.Within<InterpretationFact>()
                .Where(one => one.Reading == InterpretationKind.Dialogue && view.Serves(one.AimId))
                .Select(one => new DialogueLink(one, late.FirstOrDefault(start => Follows(start, one, view[DialogueDays])))),
        ];
    }

    private static bool Follows(LateStart start, InterpretationFact dialogue, int days) =>
        start.At >= dialogue.OccurredAt
        && start.At <= dialogue.OccurredAt.AddDays(days)
        && (dialogue.CommitmentId is { } commitment ? start.Subject == commitment : dialogue.AimId is null || start.AimId == dialogue.AimId);
}

/// <summary>Inner dialogues with the late start that followed. That one followed the other does not say that it came from it.</summary>
internal static class DialogueSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var links = DialogueLink.Of(view);
        builder.Add("dialogue.late", "share of inner dialogues that a late start followed", "share", Measure.Proportion(
            links.Count(link => link.Late is not null), links.Count, links.SelectMany(link => link.Dialogue.Events.Concat(link.Late?.Events ?? [])), "interpretations of the sort dialogue"));
        builder.Add(new Table(
            "dialogues",
            "Inner dialogues and the next late start",
            ["day", "text", "lateStart", "startedOn", "delayDays"],
            [
                .. links.Select(link => new Row(
                    [Text.Cell(link.Dialogue.Day), link.Dialogue.Text, link.Late?.Title, Text.Day(link.Late?.At), Text.Cell(link.Late?.DelayDays)],
                    link.Dialogue.Id,
                    [.. link.Dialogue.Events, .. link.Late?.Events ?? []])),
            ]));
    }
}

using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

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

using Journal.Reports.Causes;

namespace Journal.Reports.Contradictions;

internal static class ContradictionSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var found = Contradiction.Of(view);
        builder.Add("contradictions", "aims that a belief held at the time limits, while thought supports them", "count", Measure.Count(found, one => one.Events));
        if (found.Count == 0)
        {
            builder.NotFound("contradiction", "The records show no aim with a supporting thought and a belief that limits it.", 0, []);
        }

        foreach (var one in found)
        {
            builder.Found(
                "contradiction",
                Sentence(one),
                one.Supporting.Count,
                one.Events,
                one.Belief.Id);
        }

        builder.Add(new Table(
            "contradictions",
            "Aim, supporting thoughts, conflicting belief",
            ["aim", "belief", "heldUntil", "thoughts", "from", "to", "latest", "aimId", "latestIds", "beliefId"],
            [.. found.Select(Line)]));
    }

    private static string Sentence(Contradiction one)
    {
        var records = $"{Text.Count(one.Supporting.Count, "record")} of thinking";
        return one.Ended is { } ended
            ? $"“{one.Aim.Title}” was supported by {records} while the belief “{one.Belief.Text}” limited it, until {Text.Cell(ended)}; it is no longer held."
            : $"“{one.Aim.Title}” is supported by {records}, while the belief “{one.Belief.Text}” limits it.";
    }

    private static Row Line(Contradiction one) => new(
        [
            one.Aim.Title,
            one.Belief.Text,
            Text.Cell(one.Ended),
            Text.Cell(one.Supporting.Count),
            Text.Cell(one.Supporting[0].Day),
            Text.Cell(one.Supporting[^1].Day),
            string.Join("; ", one.Latest.Select(thought => $"{thought.Kind}: {thought.Text}")),
            Text.Cell(one.Aim.Id),
            string.Join(" ", one.Latest.Select(thought => Text.Cell(thought.Id))),
            Text.Cell(one.Belief.Id),
        ],
        one.Belief.Id,
        one.Events);
}

using Journal.Reports.Causes;
using Journal.Reports.Figures;
using Journal.Reports.Metrics;

namespace Journal.Reports.Contradictions;

internal static class ContradictionSection
{
    public static void Write(ReportView view, ReportSheet sheet)
    {
        var found = Contradiction.Of(view);
        sheet.Add("contradictions", "aims that a belief held at the time limits, while thought supports them", "count", Measure.Of(found.Count, found.Count, found.SelectMany(one => one.Events)));
        if (found.Count == 0)
        {
            sheet.NotFound("contradiction", "The records show no aim with a supporting thought and a belief that limits it.", 0, []);
        }

        foreach (var one in found)
        {
            sheet.Found(
                "contradiction",
                $"“{one.Aim.Title}” is supported by {Cell.Count(one.Supporting.Count, "record")} of thinking, while the belief “{one.Belief.Text}” limits it.",
                one.Supporting.Count,
                one.Events,
                one.Belief.Id);
        }

        sheet.Add(new Table(
            "contradictions",
            "Aim, supporting thought, conflicting belief",
            ["aim", "thoughtKind", "thought", "day", "belief", "aimId", "thoughtId", "beliefId"],
            [.. found.SelectMany(one => one.Supporting.Select(thought => Line(one, thought)))]));
    }

    private static Row Line(Contradiction one, Thought thought) => new(
        [one.Aim.Title, thought.Kind, thought.Text, Cell.Of(thought.Day), one.Belief.Text, Cell.Of(one.Aim.Id), Cell.Of(thought.Id), Cell.Of(one.Belief.Id)],
        one.Belief.Id,
        [.. one.Aim.Events, .. thought.Events, .. one.Belief.Events]);
}

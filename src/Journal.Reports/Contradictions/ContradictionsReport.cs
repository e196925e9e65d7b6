using Journal.Diagnosis;
using Journal.Reports.Causes;

namespace Journal.Reports.Contradictions;

/// <summary>Where a belief stands against an aim that the person thinks and acts for, and which misalignments were raised.</summary>
public static class ContradictionsReport
{
    public static ReportKind Kind { get; } = new(
        "contradictions", "Where an aim, a thought that supports it and a belief that limits it stand together.", Write)
    {
        Question = "Where do an aim, a thought and a belief pull apart?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        ContradictionSection.Write(view, builder);
        DefectSection.Write(view, builder);
        LayerSection.Write(view, builder);
    }
}

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

/// <summary>Raised misalignments: what each rests on, how precise it is, and what was said of it since.</summary>
internal static class DefectSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var defects = DefectView.Of(view);
        foreach (var status in Enum.GetValues<DefectStatus>())
        {
            var of = defects.Where(defect => defect.Status == status).ToList();
            builder.Add($"defects.{Text.Cell(status)}", $"misalignments: {Text.Cell(status)}", "count", Measure.Count(of, defect => defect.Events));
        }

        var loci = view.Facts.Find(defects.Select(defect => defect.Fact.Locus).OfType<Guid>().ToHashSet());
        builder.Add(new Table(
            "defects",
            "Misalignments that were raised",
            ["title", "day", "status", "layer", "locus", "precision", "confidence", "executions", "upstream", "locusId"],
            [.. defects.Select(defect => Line(defect, defect.Fact.Locus is { } locus ? loci.GetValueOrDefault(locus)?.Heading : null))]));
    }

    private static Row Line(DefectView defect, string? locus) => new(
        [
            defect.Fact.Title,
            Text.Cell(defect.Fact.Day),
            Text.Cell(defect.Status),
            defect.Attributed ? Text.Cell(defect.Fact.Layer!.Value) : "unattributed",
            locus,
            defect.Precision,
            Text.Cell(defect.Fact.Confidence),
            Text.Cell(defect.Executions),
            Text.Cell(defect.Upstream),
            Text.Cell(defect.Fact.Locus),
        ],
        defect.Fact.Id,
        defect.Events);
}

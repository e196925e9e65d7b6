using Journal.Beliefs;
using Journal.Interpretations;
using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

/// <summary>What was thought, of what sort, from which beliefs, and whether it supported acting on the aim.</summary>
public static class ThinkingReport
{
    public static ReportKind Kind { get; } = new(
        "thinking", "How opportunities, risks and setbacks were read, from which beliefs, and what outcomes they lead to.", Write)
    {
        Question = "How do I read chances, risks and setbacks?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        KindSection.Write(view, builder);
        LinkSection.Write(view, builder);
        CongruenceSection.Write(view, builder);
        SetbackSection.Write(view, builder);
        DialogueSection.Write(view, builder);
        PathSection.Write(view, builder);
    }
}

/// <summary>Interpretations by sort and month.</summary>
internal static class KindSection
{
    private static readonly InterpretationKind[] Kinds = Enum.GetValues<InterpretationKind>();

    public static void Write(ReportView view, ReportBuilder builder)
    {
        var logged = view.Within<InterpretationFact>().Where(one => view.Serves(one.AimId)).ToList();
        foreach (var kind in Kinds)
        {
            var of = logged.Where(one => one.Reading == kind).ToList();
            builder.Add($"count.{Text.Cell(kind)}", $"interpretations: {Text.Cell(kind)}", "count", Measure.Count(of, one => one.Events));
        }

        builder.Add(new Table(
            "months",
            "Interpretations by sort and month",
            ["month", .. Kinds.Select(kind => Text.Word(kind))],
            [.. logged.GroupBy(one => Months.Of(one.Day)).Select(month => new Row([Months.Word(month.Key), .. Kinds.Select(kind => Text.Cell(month.Count(one => one.Reading == kind)))], null, [.. month.SelectMany(one => one.Events)]))]));
    }
}

/// <summary>How many interpretations cite a belief that counts, and which do not.</summary>
internal static class LinkSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var beliefs = view.All<BeliefFact>().Where(belief => belief.Counts).Select(belief => belief.Id).ToHashSet();
        var logged = view.Within<InterpretationFact>().Where(one => view.Serves(one.AimId)).ToList();
        var linked = logged.Where(one => one.BeliefIds.Any(beliefs.Contains)).ToList();
        builder.Add(
            "linked",
            "share of interpretations that cite a belief",
            "share",
            Measure.Proportion(linked.Count, logged.Count, logged.SelectMany(one => one.Events), "interpretations"));
        builder.Add(new Table(
            "unlinked",
            "Interpretations that cite no belief",
            ["day", "kind", "text"],
            [.. logged.Except(linked).Select(one => new Row([Text.Cell(one.Day), Text.Cell(one.Reading), one.Text], one.Id, one.Events))]));
    }
}

/// <summary>What setbacks were put down to.</summary>
internal static class SetbackSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var read = view.Within<SetbackFact>().Where(one => view.Serves(one.AimId)).ToList();
        builder.Add(new Table(
            "setbacks",
            "What setbacks were put down to",
            ["reading", "count", "supporting", "opposing"],
            [
                .. Enum.GetValues<SetbackReading>().Select(reading => (Reading: reading, Of: read.Where(one => one.Reading == reading).ToList()))
                    .Where(group => group.Of.Count > 0)
                    .Select(group => new Row(
                        [Text.Cell(group.Reading), Text.Cell(group.Of.Count), Text.Cell(group.Of.Count(one => one.Supports == true)), Text.Cell(group.Of.Count(one => one.Supports == false))],
                        null,
                        [.. group.Of.SelectMany(one => one.Events)])),
            ]));
    }
}

/// <summary>The way back from each miss to what was thought and to the belief behind it, by the links that were recorded, with the origin the reports on causes count it to.</summary>
internal static class PathSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var misses = Origins.Of(view);
        builder.Add("paths", "share of misses that are linked to a thought or a belief", "share", Measure.Proportion(
            misses.Count(miss => miss.Chains.Count > 0), misses.Count, misses.SelectMany(miss => miss.Attempt.Events.Concat(miss.Chains.SelectMany(chain => chain.Events))), "missed outcomes or commitments"));
        builder.Add(new Table(
            "paths",
            "From each miss back to thought and belief",
            ["day", "missed", "origin", "link", "thoughtKind", "thought", "belief", "outcomeId", "thoughtId", "beliefId"],
            [.. misses.SelectMany(miss => miss.Chains.Count == 0 ? [Unlinked(miss)] : miss.Chains.Select(chain => Line(miss.Origin, chain)))]));
    }

    private static Row Line(Origin origin, CausalChain chain) => new(
        [
            Text.Cell(chain.Attempt.Day),
            chain.Attempt.Title,
            Text.Cell(origin),
            chain.Link,
            chain.Thought?.Kind,
            chain.Thought?.Text,
            chain.Belief?.Text,
            Text.Cell(chain.Attempt.Id),
            Text.Cell(chain.Thought?.Id),
            Text.Cell(chain.Belief?.Id),
        ],
        chain.Attempt.Id,
        chain.Events);

    private static Row Unlinked(OriginOfMiss miss) => new(
        [Text.Cell(miss.Attempt.Day), miss.Attempt.Title, Text.Cell(miss.Origin), "unlinked", null, null, null, Text.Cell(miss.Attempt.Id), null, null], miss.Attempt.Id, miss.Attempt.Events);
}

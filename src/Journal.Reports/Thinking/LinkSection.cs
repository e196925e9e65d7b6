using Journal.Beliefs;
using Journal.Interpretations;
using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

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

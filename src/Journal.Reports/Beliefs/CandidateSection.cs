using Journal.Beliefs;
using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

/// <summary>Beliefs that were only extracted or inferred: questions that count in no figure until the person confirms them.</summary>
internal static class CandidateSection
{
    public static void Write(ReportView view, ReportBuilder builder) => builder.Add(new Table(
        "questions",
        "Suspected beliefs, to be confirmed or set aside",
        ["belief", "origin", "scope", "since", "ended"],
        [
            .. view.All<BeliefFact>()
                .Where(belief => !belief.Counts && belief.Day <= view.Last && view.Serves(belief.AimId))
                .Select(belief => new Row(
                    [belief.Text, Text.Cell(belief.Origin), Text.Cell(belief.Scope), Text.Cell(belief.Day), Text.Day(belief.EndedAt)], belief.Id, belief.Events)),
        ]));
}

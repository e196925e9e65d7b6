using Journal.Interpretations;

namespace Journal.Reports.Thinking;

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

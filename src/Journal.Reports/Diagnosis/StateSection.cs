using Journal.Reports.Causes;

namespace Journal.Reports.Diagnosis;

/// <summary>Each practice with its state, the interval its share of done days lies in, and whether its misses cluster.</summary>
internal static class StateSection
{
    public static void Write(ReportBuilder builder, IReadOnlyList<PracticeStanding> states)
    {
        builder.Add(new Table("states", "How practices stand", ["practice", "state", "since", "done", "low", "high", "days", "pattern"], [.. states.Select(Line)]));
        foreach (var state in states)
        {
            builder.Add("state.done", "share of known days that were done in its present state", "share", state.Done, state.Practice.Id, state.Since);
            Order(builder, state);
        }
    }

    private static void Order(ReportBuilder builder, PracticeStanding state)
    {
        var (id, title, n) = (state.Practice.Id, state.Practice.Title, state.Order.N);
        var chance = state.Order.Probability < 0.0001 ? "less than 0.0001" : Text.Number(state.Order.Probability, 4);
        builder.Judge(
            "pattern",
            state.Order.Clustered is null
                ? Measure.Missing($"at least 10 known days or weeks of “{title}”, done ones and missed ones", n, state.Events)
                : Measure.Of(state.Order.Probability, n, state.Events),
            state.Order.Clustered == true,
            $"The misses of “{title}” come in stretches; by chance such an order has a probability of {chance}.",
            $"No pattern: the misses of “{title}” come in an order that chance gives with a probability of {chance}.",
            id);
    }

    private static Row Line(PracticeStanding state) => new(
        [
            state.Practice.Title,
            state.State,
            Text.Cell(state.Since),
            Text.Cell(state.Done.Value),
            Text.Cell(state.Done.Interval?.Low),
            Text.Cell(state.Done.Interval?.High),
            Text.Cell(state.Done.N),
            state.Order.Clustered switch { true => "clustered", false => "none", _ => "insufficient" },
        ],
        state.Practice.Id,
        state.Events);
}

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
        var chance = state.Order.Probability < 0.0001 ? "less than 0.0001" : Cell.Of((double?)state.Order.Probability);
        switch (state.Order.Clustered)
        {
            case true:
                builder.Found("pattern", $"The misses of “{title}” come in stretches; by chance such an order has a probability of {chance}.", n, state.Events, id);
                break;
            case false:
                builder.NotFound("pattern", $"No pattern: the misses of “{title}” come in an order that chance gives with a probability of {chance}.", n, state.Events, id);
                break;
            default:
                builder.Insufficient("pattern", $"at least 10 known days or weeks of “{title}”, done ones and missed ones", n, state.Events, id);
                break;
        }
    }

    private static Row Line(PracticeStanding state) => new(
        [
            state.Practice.Title,
            state.State,
            Cell.Of(state.Since),
            Cell.Of(state.Done.Value),
            Cell.Of(state.Done.Interval?.Low),
            Cell.Of(state.Done.Interval?.High),
            Cell.Of(state.Done.N),
            state.Order.Clustered switch { true => "clustered", false => "none", _ => "insufficient" },
        ],
        state.Practice.Id,
        state.Events);
}

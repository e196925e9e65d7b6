using System.Globalization;
using Journal.Facts;

namespace Journal.Reports.TimeTravel;

/// <summary>Over which values of one rule the conclusions of a report hold.</summary>
/// <param name="Current">The rule's value as the report was asked.</param>
/// <param name="Low">The lowest value looked at.</param>
/// <param name="High">The highest.</param>
/// <param name="Precision">Edges are known to within this; 1 where the rule is a whole number.</param>
/// <param name="Conclusions">In the order of the report.</param>
public sealed record Sensitivity(
    string Report, ReportOrigin Origin, string Rule, double Current, double Low, double High, double Precision, IReadOnlyList<Conclusion> Conclusions)
{
    private const int Cells = 40;
    private const double Fine = 1e-3;

    /// <summary>Asks a report on a grid of values, and halves the cells at whose ends it says different things.</summary>
    /// <param name="kind">The report.</param>
    /// <param name="person">Whose.</param>
    /// <param name="request">How it is asked, with the current rules.</param>
    /// <param name="facts">The person's facts.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="low">The lowest value to look at; null for the rule's own range.</param>
    /// <param name="high">The highest.</param>
    /// <param name="cancel">Looked at with every figure and by every search.</param>
    /// <remarks>Cost: 41 reports, and five more for each edge; one for each value of a whole rule. What comes and goes within one cell of the grid is not seen.</remarks>
    public static Sensitivity Of(ReportKind kind, Guid person, ReportRequest request, JournalFacts facts, Rule rule, double? low = null, double? high = null, CancellationToken cancel = default)
    {
        var current = request.Rules[rule];
        var (from, to) = (low ?? rule.Lowest, high ?? Math.Min(rule.Highest, Math.Max(rule.Lowest + 1, 4 * current)));
        var said = new SortedDictionary<double, IReadOnlyDictionary<string, (Conclusion Conclusion, string Says)>>();
        void Ask(double value) => said[value] = Conclude(kind.Of(person, request with { Rules = request.Rules.With(rule.Name, value).Set! }, facts, cancel));
        foreach (var value in rule.Whole ? Whole(from, to) : Grid(from, to))
        {
            Ask(value);
        }

        if (!rule.Whole)
        {
            foreach (var (left, right) in said.Keys.Zip(said.Keys.Skip(1)).ToList())
            {
                Halve(left, right, said, Ask);
            }
        }

        var original = kind.Of(person, request, facts, cancel);
        return new(kind.Name, original.Origin, rule.Name, current, from, to, rule.Whole ? 1 : Fine, [.. Ranges(said, Conclude(original))]);
    }

    private static void Halve(double left, double right, SortedDictionary<double, IReadOnlyDictionary<string, (Conclusion Conclusion, string Says)>> said, Action<double> ask)
    {
        if (right - left <= Fine || Agree(said[left], said[right]))
        {
            return;
        }

        var middle = (left + right) / 2;
        ask(middle);
        Halve(left, middle, said, ask);
        Halve(middle, right, said, ask);
    }

    private static bool Agree(IReadOnlyDictionary<string, (Conclusion, string Says)> one, IReadOnlyDictionary<string, (Conclusion, string Says)> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var same) && same.Says == pair.Value.Says);

    private static IEnumerable<Conclusion> Ranges(
        SortedDictionary<double, IReadOnlyDictionary<string, (Conclusion Conclusion, string Says)>> said, IReadOnlyDictionary<string, (Conclusion Conclusion, string Says)> now)
    {
        var all = said.Values.Prepend(now).SelectMany(one => one).DistinctBy(pair => pair.Key);
        foreach (var (key, (conclusion, _)) in all)
        {
            var ranges = new List<HoldingRange>();
            foreach (var (value, report) in said)
            {
                var says = report.TryGetValue(key, out var found) ? found.Says : "not said";
                if (ranges is [.., var last] && last.Says == says)
                {
                    ranges[^1] = last with { To = value };
                }
                else
                {
                    ranges.Add(new(value, value, says));
                }
            }

            yield return conclusion with { Ranges = ranges };
        }
    }

    // What a report concludes: the state of each finding, and how many there are where there may be several; and how many cycles there are.
    private static Dictionary<string, (Conclusion, string)> Conclude(Report report)
    {
        var found = new Dictionary<string, (Conclusion, string)>(StringComparer.Ordinal);
        foreach (var same in report.Findings.GroupBy(finding => (finding.Name, finding.Subject)))
        {
            var states = same.GroupBy(finding => finding.State).OrderBy(state => state.Key).Select(state => state.Count() == 1 ? Text.Word(state.Key) : $"{Text.Word(state.Key)} x{state.Count()}");
            found[$"{same.Key.Name} {same.Key.Subject}"] = (new(same.Key.Name, same.Key.Subject, same.First().Sentence, []), string.Join(", ", states));
        }

        foreach (var count in report.Figures.Where(figure => figure is { Name: "cycles", Unit: "count" }))
        {
            found[$"{count.Name} {count.Subject}"] = (new(count.Name, count.Subject, count.Label, []), count.Value?.ToString(CultureInfo.InvariantCulture) ?? "insufficient");
        }

        return found;
    }

    private static IEnumerable<double> Whole(double from, double to)
    {
        for (var value = Math.Ceiling(from); value <= to; value++)
        {
            yield return value;
        }
    }

    private static IEnumerable<double> Grid(double from, double to) =>
        Enumerable.Range(0, Cells + 1).Select(i => i == Cells ? to : from + ((to - from) * i / Cells)).Distinct();
}

/// <summary>Something a report concludes.</summary>
/// <param name="Name">The finding's name, or <c>cycles</c> for how many there are.</param>
/// <param name="Label">For a person: the figure's label, or the finding's sentence, the first of several, as it reads at the current value or else where it is first said.</param>
/// <param name="Ranges">By value of the rule, lowest first; together they cover what was looked at.</param>
public sealed record Conclusion(string Name, Guid? Subject, string Label, IReadOnlyList<HoldingRange> Ranges);

/// <param name="From">The lowest value at which it was seen to hold.</param>
/// <param name="To">The highest before it changes.</param>
/// <param name="Says">The finding's state, or the number.</param>
public sealed record HoldingRange(double From, double To, string Says);

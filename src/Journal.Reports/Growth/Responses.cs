using Journal.Facts;
using Journal.Growth;
using Journal.Interventions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Growth;

/// <summary>What was tried: more effort (C146), people (C147), tools (C148), or reconstruction (C149), an intervention at two layers or more; and output and adherence before and after.</summary>
internal static class Responses
{
    private static readonly string[] Kinds = ["effort", "people", "tools", "reconstruct"];

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var responses = All(work).OrderBy(one => one.Fact.OccurredAt).ThenBy(one => one.Fact.Id).Select(one => Result.Of(one.Kind, one.Fact, work)).ToList();
        builder.Add(new Table(
            "responses", $"Responses, and the {work.View[Spike.AftermathWeeks]} weeks before and after each",
            ["on", "response", "outputBefore", "outputAfter", "adherenceBefore", "adherenceAfter"],
            [.. responses.Select(one => one.Row())]));
        foreach (var kind in Kinds)
        {
            Write(kind, [.. responses.Where(one => one.Kind == kind)], work, builder);
        }
    }

    private static void Write(string kind, List<Result> responses, WorkRecords work, ReportBuilder builder)
    {
        var weeks = work.View[Spike.AftermathWeeks];
        Add("output", "Change of weekly output, as a share", one => one.Output?.Growth);
        Add("adherence", "Change of adherence", one => one.Adherence?.Change);
        if (responses.Count == 0)
        {
            builder.Insufficient($"response.{kind}", $"a response of this kind ({kind})");
            return;
        }

        var known = responses.Where(one => one.Output is not null || one.Adherence is not null).ToList();
        if (known.Count == 0)
        {
            builder.Insufficient($"response.{kind}", $"output or adherence in at least {work.View[Comparison.ComparedWeeks]} of the {weeks} weeks before and after", responses.Count, responses.SelectMany(one => one.Events));
            return;
        }

        var helped = known.Where(one => one.Output?.Rose(work.View[Comparison.Difference]) == true || one.Adherence?.Change >= work.View[Comparison.Difference]).ToList();
        var sentence = $"{Text.Count(known.Count, $"response")} by {kind}: {string.Join("; ", known.Select(one => one.Sentence))}.";
        builder.Judge($"response.{kind}", helped.Count > 0, sentence, sentence, known.Count, known.SelectMany(one => one.Events));

        void Add(string name, string label, Func<Result, double?> change)
        {
            var with = responses.Where(one => change(one) is { } value && double.IsFinite(value)).ToList();
            builder.Add($"response.{kind}.{name}", $"{label}, {weeks} weeks after against before: {kind}", "share", with.Count == 0
                ? Measure.Missing($"{name} in at least {work.View[Comparison.ComparedWeeks]} of the {weeks} weeks before and after such a response", responses.Count)
                : Measure.Of(with.Average(one => change(one)!.Value), with.Count, with.SelectMany(one => one.Events)));
        }
    }

    private static IEnumerable<(string Kind, Fact Fact)> All(WorkRecords work) =>
    [
        .. work.Amplifiers.Select(one => (Kind: Name(one.Amplifier), (Fact)one)).Where(one => one.Kind is not null).Select(one => (one.Kind!, one.Item2)),
        .. work.View.Within<InterventionFact>().Where(one => work.View.Serves(one.AimId) && one.Layers.Distinct().Count() >= 2).Select(one => ("reconstruct", (Fact)one)),
    ];

    private static string? Name(AmplifierKind kind) => kind switch
    {
        AmplifierKind.Effort => "effort",
        AmplifierKind.Hire => "people",
        AmplifierKind.Tool or AmplifierKind.Automate => "tools",
        _ => null,
    };

    private sealed record Result(string Kind, Fact Fact, Comparison? Output, Comparison? Adherence)
    {
        public IEnumerable<Guid> Events => [.. Fact.Events, .. Output?.Events ?? [], .. Adherence?.Events ?? []];

        public string Sentence => string.Join(", ", new[]
        {
            Text.Day(Fact.Day),
            Output is null ? "output unknown" : $"output {Text.Number(Output.Before)} -> {Text.Number(Output.After)} a week",
            Adherence is null ? "adherence unknown" : $"adherence {Text.Percent(Adherence.Before)} -> {Text.Percent(Adherence.After)}",
        });

        public static Result Of(string kind, Fact fact, WorkRecords work)
        {
            var rules = work.View;
            var (before, after) = (Period.Before(fact.Day, rules[Spike.AftermathWeeks]), Period.After(fact.Day, rules[Spike.AftermathWeeks]));
            // A response is judged once its weeks are over, not on the way.
            return after.Last > work.View.Last
                ? new(kind, fact, null, null)
                : new(kind, fact, Comparison.Of(work.Weeks.Output, before, after, rules), Comparison.Of(work.Weeks.Adherence, before, after, rules));
        }

        public Row Row() => new(
            [Text.Day(Fact.Day), Kind, Text.Cell(Output?.Before), Text.Cell(Output?.After), Text.Cell(Adherence?.Before), Text.Cell(Adherence?.After)], Fact.Id, [.. Events.Distinct()]);
    }
}

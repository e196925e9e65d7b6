using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>What the figures were made from, and by which rules.</summary>
internal static class Provenance
{
    public static Html Of(Reading reading)
    {
        var origin = reading.Cycles.Origin;
        return Html.Of($"""
            <p>Made from {Wording.Count(reading.Facts.All.Sum(fact => fact.Events.Count), "event")} up to position {origin.Position},
            over n = {Wording.Count(reading.Cycles.N, "known week")}, {From(origin.From)} to {Wording.Time(origin.To)}{AsOf(reading)}.
            Method: {reading.Cycles.Method}, rules {origin.RulesVersion}, code {origin.CodeVersion}.{Seen(origin.Note)}</p>
            <details><summary>The rules</summary><dl class="rules">{origin.Rules.Select(rule => Html.Of($"<div><dt>{rule.Key}</dt><dd>{Wording.Number(rule.Value)}</dd></div>"))}</dl></details>
            """);
    }

    private static Html Seen(string? note) => note is null ? Html.None : Html.Of($" {note}");

    private static Html From(DateOnly? from) => from is { } day ? Html.Of($"from {Wording.Time(day)}") : Html.Of($"from the beginning");

    private static Html AsOf(Reading reading) =>
        Html.Of($"{Seen(", as true on ", reading.Request.AsOf?.ToString())}{Seen(", as known on ", reading.Request.KnownAt?.ToString("O"))}");

    private static Html Seen(string words, string? moment) => moment is null ? Html.None : Html.Of($"""{words}<time datetime="{moment}">{moment}</time>""");
}

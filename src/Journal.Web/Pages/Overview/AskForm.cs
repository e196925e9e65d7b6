using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>Asks the same page over other days, seen from another time, by other rules. Nothing is stored: the question is the address.</summary>
internal static class AskForm
{
    public static Html Of(PageQuery query, RuleSet rules, bool isOpen) => Html.Of($"""
        <details class="ask"{(isOpen ? Html.Of($" open") : Html.None)}><summary>Ask about other days, or by other rules</summary>
        <form method="get" action="/">
        {Field("from", "From", "The first day that counts.", Time("from", query.From))}
        {Field("to", "To", "The last day that counts.", Time("to", query.To))}
        {Field("asOf", "As true on", "Leaves out what happened later.", Time("asOf", query.AsOf))}
        {Field("knownAt", "As known on", "Leaves out what was recorded later.", Time("knownAt", query.KnownAt))}
        {Field("drop", "What if: drop", "How far below its peak a regression lies.", Share("drop", query.Drop, rules[CycleRules.Drop]))}
        {Field("progress", "What if: progress", "The level that progress takes.", Share("progress", query.Progress, rules[CycleRules.Progress]))}
        {(query.Show is { } show ? Html.Of($"""<input type="hidden" name="show" value="{show}">""") : Html.None)}
        <p class="go"><button>Show</button> <a href="/">Reset</a></p>
        </form></details>
        """);

    private static Html Field(string id, string label, string hint, Html input) => Html.Of($"""
        <div><label for="{id}">{label}</label>{input}<span class="hint" id="{id}-hint">{hint}</span></div>
        """);

    // A moment finer than a day does not fit a browser's field for days.
    private static Html Time(string id, string? value) => Html.Of($"""
        <input id="{id}" name="{id}" type="{(value is null || DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) ? "date" : "text")}" value="{value}" aria-describedby="{id}-hint">
        """);

    private static Html Share(string id, string? value, double current) => Html.Of($"""
        <input id="{id}" name="{id}" type="number" min="0" max="1" step="any" value="{value}" placeholder="{Wording.Number(current)}" aria-describedby="{id}-hint">
        """);
}

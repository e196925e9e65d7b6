using Journal.Recording;
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

    /// <summary>A refusal, in the words that stand over the fields.</summary>
    public static string InItsWords(Refusal refusal) => refusal.Code switch
    {
        "time.invalid" => "From and To are days, such as 2026-01-05. As true on and As known on are days or moments (2026-01-05T07:30), or named: before:intervention:TITLE, peak:PRACTICE:NUMBER, label:NAME.",
        "time.order" => "From lies after To.",
        "to.future" => "To lies in the future.",
        "rules.invalid" or "rules.range" => "What if: drop and What if: progress are numbers from 0 to 1, such as 0.5.",
        _ => refusal.Reason,
    };

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

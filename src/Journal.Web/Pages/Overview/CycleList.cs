using Journal.Reports.Cycles;
using Journal.Web.Pages.Cycles;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>A practice's cycles, the newest first, by the numbers they have in the chart. Each opens its evidence.</summary>
internal static class CycleList
{
    private const int AtOnce = 4;

    public static Html Of(PracticeCycles found, Reading reading)
    {
        var items = Items(found, reading).Reverse().ToList();
        return items.Count == 0 ? Html.Of($"""<p class="none">No progress over consecutive weeks, and so no regression after it.</p>""") : Html.Of($"""
            <ul class="cycles">{items.Take(AtOnce)}</ul>
            {(items.Count > AtOnce ? Earlier(items.Skip(AtOnce), items.Count - AtOnce) : Html.None)}
            """);
    }

    private static IEnumerable<Html> Items(PracticeCycles found, Reading reading)
    {
        for (var i = 0; i < found.Cycles.Count; i++)
            yield return Item("regression", i + 1, Link(found, found.Cycles[i].Onset, CycleWords.Name(found.Cycles[i]), reading), CycleWords.Course(found.Cycles[i]));
        if (found.OpenProgress is { } open)
            yield return Item("progress", found.Cycles.Count + 1, Link(found, open.Onset, CycleWords.Name(open), reading), CycleWords.Course(open));
    }

    private static Html Item(string kind, int number, Html link, Html course) => Html.Of($"""
        <li class="{kind}"><span class="badge">{number}</span><div>{link}<p>{course}</p></div></li>

        """);

    private static Html Link(PracticeCycles found, DateOnly onset, string name, Reading reading) => Html.Of($"""
        <a href="{reading.EvidenceAddress(found.PracticeId, onset)}">{char.ToUpperInvariant(name[0])}{name[1..]}</a>
        """);

    private static Html Earlier(IEnumerable<Html> items, int count) => Html.Of($"""
        <details><summary>{Wording.Count(count, "earlier cycle")}</summary><ul class="cycles">{items}</ul></details>
        """);
}

using System.Globalization;
using Journal.Aims;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Sharing;

namespace Journal.Web.Sharing;

/// <summary>A grant in one sentence, as it is shown before it is given and wherever it is listed.</summary>
internal static class GrantWords
{
    /// <param name="grant">The grant.</param>
    /// <param name="coach">Who may look.</param>
    /// <param name="facts">Of the one who gives it: names of aims.</param>
    /// <param name="zone">Of the one who gives it.</param>
    public static string Of(Grant grant, string coach, JournalFacts facts, TimeZoneInfo zone)
    {
        var scope = grant.Scope;
        var until = Day(DateOnly.FromDateTime(LocalTime.Local(grant.Until, zone).DateTime));
        return $"{coach} may see until the end of {until}: {What(scope)}{Aims(scope, facts)}{Days(scope)}, {(scope.Words ? "with the words you wrote" : "without your words")}{(grant.Comments ? ", and may comment" : "")}.";
    }

    private static string What(SharedScope scope) =>
        $"{And(scope.Layers.Select(layer => Text.Word(layer)))}{(scope.Kinds.Count == 0 ? "" : $", of it only kinds {And(scope.Kinds)}")}";

    private static string Aims(SharedScope scope, JournalFacts facts)
    {
        if (scope.Aims.Count == 0)
            return "";
        var titles = facts.Of<AimFact>().Where(aim => scope.Aims.Contains(aim.Id)).Select(aim => $"“{aim.Title}”").ToList();
        return $" in {And(titles.Count == scope.Aims.Count ? titles : [.. titles, "an aim that is no more"])}";
    }

    private static string Days(SharedScope scope) => (scope.From, scope.To) switch
    {
        ({ } from, { } to) => $", of {Day(from)} to {Day(to)}",
        ({ } from, null) => $", from {Day(from)} on",
        (null, { } to) => $", up to {Day(to)}",
        _ => "",
    };

    private static string And(IEnumerable<string> words) => words.ToList() is [.. var first, var last] && first is [_, ..] ? $"{string.Join(", ", first)} and {last}" : string.Join("", words);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

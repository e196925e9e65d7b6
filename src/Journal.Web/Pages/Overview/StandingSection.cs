using Journal.Reports;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>The one sentence, with the way to its evidence, and which question it answers when that is not the plain present.</summary>
internal static class StandingSection
{
    public static Html Of(Reading reading) => Html.Of($"""
        {Question(reading)}
        <p class="standing">{reading.Standing.Sentence}</p>
        {Evidence(reading)}
        """);

    private static Html Question(Reading reading) => !reading.Query.IsSpecial ? Html.None : Html.Of($"""
        <p class="question">{Html.Join(Html.Of($" · "), Words(reading))} <a href="/">Back to the present</a></p>
        """);

    private static IEnumerable<Html> Words(Reading reading)
    {
        var request = reading.Request;
        if (request.From is { } from)
            yield return Html.Of($"From {Wording.Time(from)}");
        if (reading.Query.To is not null)
            yield return Html.Of($"To {Wording.Time(request.To)}");
        if (request.AsOf is { } asOf)
            yield return Html.Of($"As true on {(asOf.Instant is { } instant ? Wording.Time(instant) : Wording.Time(asOf.Day))}");
        if (request.KnownAt is { } knownAt)
            yield return Html.Of($"As known on {Wording.Time(knownAt)}");
        if (request.Rules != RuleSet.Default)
            yield return Html.Of($"What if: rules {request.Rules.Version}");
    }

    private static Html Evidence(Reading reading) => Onset(reading) is not { } onset ? Html.None : Html.Of($"""
        <p><a href="{reading.EvidenceAddress(reading.Standing.PracticeId!.Value, onset)}">See what this rests on</a>
        <span class="n">{Wording.Count(reading.Standing.Evidence.Count, "event")}</span></p>
        """);

    private static DateOnly? Onset(Reading reading) =>
        reading.Cycles.Practices.FirstOrDefault(practice => practice.PracticeId == reading.Standing.PracticeId) is { } practice
            ? practice.Cycles.FirstOrDefault(cycle => cycle.Recovered is null)?.Onset ?? practice.OpenProgress?.Onset
            : null;
}

using Journal.Recording;
using Journal.Reports.TimeTravel;
using Journal.Web.Reports;

namespace Journal.Web.TimeTravel;

/// <summary>How a replay is asked for, as text, the same over HTTP and on the command line.</summary>
/// <param name="Report">The report whose figures are watched; alignment when left out.</param>
/// <param name="Step">event, day or week; week when left out.</param>
/// <param name="Clock">known or true; known when left out.</param>
/// <param name="From">The first day that is stepped through.</param>
/// <param name="To">The last day; today when left out.</param>
/// <param name="KnownAt">Only events recorded by then.</param>
/// <param name="Aim">Only what is linked to this aim.</param>
/// <param name="Rules">Changed rules.</param>
/// <param name="After">The position to go on behind.</param>
public sealed record ReplayQuery(
    string? Report = null,
    string? Step = null,
    string? Clock = null,
    string? From = null,
    string? To = null,
    string? KnownAt = null,
    Guid? Aim = null,
    string[]? Rules = null,
    long? After = null)
{
    /// <summary>The plan that is asked for.</summary>
    /// <returns>The plan, or why there is none: <c>report.unknown</c>, <c>step.unknown</c>, <c>clock.unknown</c>, and as for a report.</returns>
    public async Task<(ReplayPlan? Plan, Refusal? Refusal)> ReadAsync(Author author, ReportQuestions questions, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(Report ?? "alignment");
        if (kind is null)
            return (null, unknown);
        if (!EnumWord(Step ?? "week", out ReplayStep step))
            return (null, Refusal.Invalid("step.unknown", "step is event, day or week."));
        if (!EnumWord(Clock ?? "known", out ReplayClock clock))
            return (null, Refusal.Invalid("clock.unknown", "clock is known (what was recorded by then) or true (what had happened by then)."));
        var (request, refusal) = await questions.ReadAsync(author, new(From, To, null, KnownAt, Aim, Rules), ct);
        return request is null ? (null, refusal) : (new(kind, request with { From = null }, step, clock, author.Zone) { From = request.From }, null);
    }

    private static bool EnumWord<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}

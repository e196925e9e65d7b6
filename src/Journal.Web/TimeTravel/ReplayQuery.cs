using Journal.Recording;
using Journal.Reports.TimeTravel;
using Journal.Web.Reports;

namespace Journal.Web.TimeTravel;

/// <summary>How a replay is asked for, as text, the same over HTTP and on the command line.</summary>
public sealed record ReplayQuery
{
    /// <summary>The report whose figures are watched; alignment when left out.</summary>
    public string? Report { get; init; }

    /// <summary>event, day or week; week when left out.</summary>
    public string? Step { get; init; }

    /// <summary>known or true; known when left out.</summary>
    public string? Clock { get; init; }

    /// <summary>The first day that is stepped through.</summary>
    public string? From { get; init; }

    /// <summary>The last day; today when left out.</summary>
    public string? To { get; init; }

    /// <summary>Only events recorded by then.</summary>
    public string? KnownAt { get; init; }

    /// <summary>Only what is linked to this aim.</summary>
    public Guid? Aim { get; init; }

    /// <summary>Changed rules.</summary>
    public string[]? Rules { get; init; }

    /// <summary>The position to go on behind.</summary>
    public long? After { get; init; }

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
        var (request, refusal) = await questions.ReadAsync(author, new() { From = From, To = To, KnownAt = KnownAt, Aim = Aim, Rules = Rules }, ct);
        return request is null ? (null, refusal) : (new(kind, request with { From = null }, step, clock, author.Zone) { From = request.From }, null);
    }

    private static bool EnumWord<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}

namespace Journal.Web.Reports;

/// <summary>What a report is asked, as text, the same over HTTP and on the command line.</summary>
public sealed record ReportQuery
{
    /// <summary>The first day.</summary>
    public string? From { get; init; }

    /// <summary>The last day; today when left out.</summary>
    public string? To { get; init; }

    /// <summary>Valid time: only what was true by then, a day or a moment.</summary>
    public string? AsOf { get; init; }

    /// <summary>Append time: only what was recorded by then, a day or a moment.</summary>
    public string? KnownAt { get; init; }

    /// <summary>Only what is linked to this aim.</summary>
    public Guid? Aim { get; init; }

    /// <summary>Changed rules as <c>name=value</c>, repeated or separated by commas.</summary>
    public string[]? Rules { get; init; }
}

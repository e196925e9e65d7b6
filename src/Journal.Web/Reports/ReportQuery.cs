namespace Journal.Web.Reports;

/// <summary>What a report is asked, as text, the same over HTTP and on the command line.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; today when left out.</param>
/// <param name="AsOf">Valid time: only what was true by then, a day or a moment.</param>
/// <param name="KnownAt">Append time: only what was recorded by then, a day or a moment.</param>
/// <param name="Aim">Only what is linked to this aim.</param>
/// <param name="Rules">Changed rules as <c>name=value</c>, repeated or separated by commas.</param>
public sealed record ReportQuery(
    string? From = null, string? To = null, string? AsOf = null, string? KnownAt = null, Guid? Aim = null, string[]? Rules = null);

using System.Diagnostics;
using System.Diagnostics.Metrics;
using Journal.Reports;

namespace Journal.Web.Telemetry;

/// <summary>What the journal counts of itself. Nothing in it says whose anything is, or what it says.</summary>
public sealed class JournalMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Journal";

    private readonly Meter meter;
    private readonly Histogram<double> reports;
    private IReadOnlyList<KeyValuePair<string, long>> behind = [];

    public JournalMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        meter = meters.Create(Name);
        reports = meter.CreateHistogram<double>("journal.report.duration", "s", "How long a report took.");
        meter.CreateObservableGauge("journal.projection.behind", () => behind.Select(one => new Measurement<long>(one.Value, new KeyValuePair<string, object?>("projection", one.Key))), "{position}", "How many positions of the log a projection has still to see.");
    }

    /// <summary>Times a report.</summary>
    public async Task<Report> TimeAsync(ReportKind kind, Func<Task<Report>> make)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(make);
        var since = Stopwatch.GetTimestamp();
        var report = await make();
        reports.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("report", kind.Name));
        return report;
    }

    /// <summary>How far each projection was behind at the last look.</summary>
    internal void Behind(IReadOnlyList<KeyValuePair<string, long>> now) => behind = now;

    public void Dispose() => meter.Dispose();
}

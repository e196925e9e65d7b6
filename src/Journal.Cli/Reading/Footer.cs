using Journal.Reports;

namespace Journal.Cli.Reading;

/// <summary>The line under every report that says what it was made from.</summary>
internal static class Footer
{
    public static string Of(ReportOrigin origin) =>
        $"To {origin.To:yyyy-MM-dd}"
        + (origin.AsOf is { } asOf ? $", as true on {asOf}" : "")
        + (origin.KnownAt is { } knownAt ? $", as known on {knownAt:O}" : "")
        + (origin.LastRecord is { } last ? $"; last record {last:yyyy-MM-dd}" : "")
        + $"; events up to position {origin.Position}; rules {origin.RulesVersion}; code {origin.CodeVersion}."
        + (origin.Note is { } note ? Environment.NewLine + note : "");
}

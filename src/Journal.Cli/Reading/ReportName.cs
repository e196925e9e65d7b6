using System.CommandLine;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Web.Reports;

namespace Journal.Cli.Reading;

/// <summary>Names a report, those with a form of their own included.</summary>
internal static class ReportName
{
    public static Argument<string> Argument() => new("report") { Description = $"One of {string.Join(", ", AllReports.Kinds.Select(kind => kind.Name))}." };

    /// <exception cref="VerbException">There is no such report.</exception>
    public static ReportKind Find(string? name)
    {
        var (kind, refusal) = ReportQueries.Find(name);
        return kind ?? throw VerbException.Of(refusal!);
    }
}

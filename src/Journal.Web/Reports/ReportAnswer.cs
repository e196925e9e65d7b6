using Journal.Reports;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Reports;

/// <summary>A report in the form the request prefers: JSON, comma-separated values, or a drawing of its series.</summary>
internal static class ReportAnswer
{
    public const string Csv = "text/csv";
    public const string Svg = "image/svg+xml";
    private static readonly string[] Forms = ["application/json", Csv, Svg];

    public static IResult Of(Report report, HttpRequest http) => Of(report, Preferred(http));

    /// <summary>The form of a file's ending; null for an ending that none has.</summary>
    public static string? Form(string ending) => ending switch
    {
        "csv" => Csv,
        "svg" => Svg,
        "json" => Forms[0],
        _ => null,
    };

    public static IResult Of(Report report, string form) => form switch
    {
        Csv => TypedResults.Text(ReportCsv.Write(report), Csv + "; charset=utf-8"),
        Svg => TypedResults.Text(ReportSvg.Write(report), Svg),
        _ => TypedResults.Ok(report),
    };

    // JSON answers whoever asks for nothing in particular, or for something that is not offered.
    private static string Preferred(HttpRequest http) => MediaTypeHeaderValue.TryParseList(http.Headers.Accept, out var accepted)
        ? accepted.OrderByDescending(type => type.Quality ?? 1).Select(type => Array.Find(Forms, form => MediaTypeHeaderValue.Parse(form).IsSubsetOf(type))).FirstOrDefault(form => form is not null) ?? Forms[0]
        : Forms[0];
}

using System.Globalization;
using System.Text.Json;
using Journal.Analysis.ChangePoints;
using Journal.Tests.Analysis.Scoring;

namespace Journal.Benchmarks.Accuracy;

/// <summary>Cover and F1 of one annotated series, and of the answer "no change" for comparison.</summary>
internal sealed record AnnotatedScore(string Name, int Length, int Changes, double Cover, double F1, double CoverOfNone, double F1OfNone);

/// <summary>A series and the change points each annotator saw in it.</summary>
internal sealed record Annotated(string Name, double[] Values, int[][] Annotations)
{
    public (double Cover, double F1) Score(int[] found) =>
        (SegmentationScore.Cover(Values.Length, Annotations, found), SegmentationScore.F1(Values.Length, Annotations, found));
}

/// <summary>The consensus default on the annotated change-point series that lie beside the repository.</summary>
internal static class AnnotatedSeries
{
    public static List<AnnotatedScore> Score() => [.. Load().Select(Score)];

    /// <summary>All annotated series at hand, by file name.</summary>
    public static List<Annotated> Load()
    {
        if (Folder() is { } folder)
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => Read(JsonDocument.Parse(File.ReadAllText(file)).RootElement))];
        Console.Error.WriteLine("No annotated series: set JOURNAL_TCPD to a folder of {name, values, annotations} files.");
        return [];
    }

    public static void Print(List<AnnotatedScore> scores)
    {
        Console.WriteLine("Change points, one default          n  changes  Cover     F1   | none: Cover     F1");
        foreach (var s in scores) Line(s.Name, s.Length.ToString(CultureInfo.InvariantCulture), s.Changes.ToString(CultureInfo.InvariantCulture), s.Cover, s.F1, s.CoverOfNone, s.F1OfNone);
        if (scores.Count == 0) return;
        Line("mean", "", "", scores.Average(s => s.Cover), scores.Average(s => s.F1), scores.Average(s => s.CoverOfNone), scores.Average(s => s.F1OfNone));
        Console.WriteLine();
    }

    private static void Line(string name, string n, string changes, double cover, double f1, double coverNone, double f1None) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {n,8} {changes,8}  {cover,5:0.000}  {f1,5:0.000}   |        {coverNone,5:0.000}  {f1None,5:0.000}"));

    private static Annotated Read(JsonElement series) => new(
        series.GetProperty("name").GetString()!,
        [.. series.GetProperty("values").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())],
        [.. series.GetProperty("annotations").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetInt32()).ToArray())]);

    private static AnnotatedScore Score(Annotated series)
    {
        int[] found = [.. ChangePointDetector.Detect(series.Values).Changes.Select(c => c.Index)];
        var (cover, f1) = series.Score(found);
        var none = series.Score([]);
        return new(series.Name, series.Values.Length, found.Length, cover, f1, none.Cover, none.F1);
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_TCPD") is { Length: > 0 } set) return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "tcpd") is var path && Directory.Exists(path)) return path;
        return null;
    }
}

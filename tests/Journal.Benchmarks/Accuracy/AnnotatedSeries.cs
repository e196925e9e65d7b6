using System.Globalization;
using System.Text.Json;
using Journal.Analysis.ChangePoints;
using Journal.Tests.Analysis.Scoring;

namespace Journal.Benchmarks.Accuracy;

/// <summary>Cover and F1 of one annotated series, and of the answer "no change" for comparison.</summary>
internal sealed record AnnotatedScore(string Name, int Length, int Changes, double Cover, double F1, double CoverOfNone, double F1OfNone);

/// <summary>The consensus default on the annotated change-point series that lie beside the repository.</summary>
internal static class AnnotatedSeries
{
    public static List<AnnotatedScore> Score()
    {
        var scores = new List<AnnotatedScore>();
        if (Folder() is not { } folder)
        {
            Console.Error.WriteLine("No annotated series: set JOURNAL_TCPD to a folder of {name, values, annotations} files.");
            return scores;
        }
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            scores.Add(Score(JsonDocument.Parse(File.ReadAllText(file)).RootElement));
        return scores;
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

    private static AnnotatedScore Score(JsonElement series)
    {
        double[] values = [.. series.GetProperty("values").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];
        int[][] annotations = [.. series.GetProperty("annotations").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetInt32()).ToArray())];
        int[] found = [.. ChangePointDetector.Detect(values).Changes.Select(c => c.Index)];
        var n = values.Length;
        return new(series.GetProperty("name").GetString()!, n, found.Length,
            SegmentationScore.Cover(n, annotations, found), SegmentationScore.F1(n, annotations, found),
            SegmentationScore.Cover(n, annotations, []), SegmentationScore.F1(n, annotations, []));
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_TCPD") is { Length: > 0 } set) return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "tcpd") is var path && Directory.Exists(path)) return path;
        return null;
    }
}

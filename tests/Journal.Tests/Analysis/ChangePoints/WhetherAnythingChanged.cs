using System.Text.Json;
using Journal.Analysis.ChangePoints;
using Journal.Tests.Analysis.Scoring;

namespace Journal.Tests.Analysis.ChangePoints;

/// <summary>The first question of every report on a series.</summary>
public sealed class WhetherAnythingChanged
{
    [Fact]
    public void One_change_is_found_where_the_levels_part()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(t => (double)(t % 2)), .. Enumerable.Range(0, 20).Select(t => 2.0 + (t % 2))];
        var change = OneChange.Of(values);
        Assert.Equal((20, 10.0, 40.0), (change.Index, Math.Round(change.Left, 9), Math.Round(change.Between, 9)));
        Assert.Equal(152, change.F, 9);
        Assert.True(change.Changed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Noise_is_taken_for_a_change_in_one_series_of_twenty(double memory)
    {
        var changed = Enumerable.Range(0, 1000).Count(seed => OneChange.Of(Noise(240, memory, seed)).Changed);
        Assert.InRange(changed, 25, 75);
    }

    [Fact]
    public void Noise_with_a_memory_has_hardly_any_change_told()
    {
        Assert.InRange(Enumerable.Range(0, 60).Average(seed => ChangePointDetector.Detect(Noise(240, 0.3, seed)).Changes.Count), 0, 0.2);
        Assert.InRange(Enumerable.Range(0, 60).Average(seed => ChangePointDetector.Detect(Noise(120, 0.3, seed)).Changes.Count), 0, 0.2);
    }

    [Theory]
    [InlineData(1, 0.65)]
    [InlineData(1.5, 0.85)]
    [InlineData(2, 0.98)]
    public void A_shift_is_told(double shift, double least)
    {
        var told = Enumerable.Range(0, 60).Select(seed => ChangePointDetector.Detect([.. Noise(240, 0.3, seed).Select((value, t) => t < 120 ? value : value + shift)]).Changes).ToList();
        Assert.InRange(told.Average(changes => changes.Any(change => Math.Abs(change.Index - 120) <= 12) ? 1.0 : 0), least, 1);
        Assert.InRange(told.Average(changes => changes.Count), 0, 1.1);
    }

    [Fact]
    public void A_change_needs_three_samples_behind_it()
    {
        double[] values = [.. Noise(60, 0, 7), 12, 12];
        Assert.Empty(ChangePointDetector.Detect(values).Changes);
        Assert.InRange(Assert.Single(ChangePointDetector.Detect([.. Noise(60, 0, 7), .. Enumerable.Repeat(12.0, 15)]).Changes).Index, 59, 61);
    }

    [Fact]
    public void One_value_alone_is_an_outlier()
    {
        var values = Noise(120, 0, 3);
        values[60] = 40;
        Assert.Empty(ChangePointDetector.Detect(values).Changes);
    }

    [Fact]
    public void Daily_ratings_are_read_by_weeks_of_four_days_or_more()
    {
        var monday = new DateOnly(2026, 1, 5);
        DateOnly[] days = [.. Enumerable.Range(0, 280).Select(monday.AddDays)];
        double[] values = [.. Noise(280, 0.3, 4).Select((value, t) => t < 140 ? value : value + 2)];
        var report = ChangePointDetector.DetectByWeek(days, values);
        Assert.Equal(40, report.Known);
        Assert.InRange(Assert.Single(report.Changes).Index, 133, 147);
        Assert.StartsWith("By weeks of at least 4 days", report.Summary, StringComparison.Ordinal);
        for (var t = 0; t < values.Length; t++) values[t] = t % 7 > 2 ? double.NaN : values[t];
        Assert.Equal(0, ChangePointDetector.DetectByWeek(days, values).Known);
    }

    [Fact]
    public void The_annotated_series_at_hand_are_cut_as_well_as_before()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "The annotated series are no part of the repository: set JOURNAL_TCPD to a folder of {name, values, annotations} files.");
        var scores = Directory.EnumerateFiles(folder!, "*.json").Order(StringComparer.Ordinal).Select(Score).ToList();
        Assert.SkipWhen(scores.Count < 13, "There are fewer than thirteen annotated series.");
        Assert.InRange(scores.Average(score => score.Cover), 0.69, 1);
        Assert.InRange(scores.Average(score => score.F1), 0.84, 1);
    }

    private static (double Cover, double F1) Score(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var series = document.RootElement;
        double[] values = [.. series.GetProperty("values").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];
        int[][] annotations = [.. series.GetProperty("annotations").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetInt32()).ToArray())];
        int[] found = [.. ChangePointDetector.Detect(values).Changes.Select(change => change.Index)];
        return (SegmentationScore.Cover(values.Length, annotations, found), SegmentationScore.F1(values.Length, annotations, found));
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_TCPD") is { Length: > 0 } set) return Directory.Exists(set) ? set : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "tcpd") is var path && Directory.Exists(path)) return path;
        return null;
    }

    private static double[] Noise(int length, double memory, int seed)
    {
        var (random, values, now) = (new Random(1000 + seed), new double[length], 0.0);
        for (var t = -50; t < length; t++)
        {
            now = memory * now + Math.Sqrt(1 - memory * memory) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            if (t >= 0) values[t] = now;
        }
        return values;
    }
}

namespace Journal.Web.Pages.Charts;

/// <summary>What is written above a band, where.</summary>
internal readonly record struct BandLabel(string Text, double At, string Anchor, int Number, double Start);

/// <summary>Says of each numbered band what it is, as fully as there is room for.</summary>
/// <remarks>How wide a chart will be is known to the browser alone: room is measured for a wide screen, and the style sheet shows numbers on a narrow one.</remarks>
internal sealed class BandLabels(WeekScale scale)
{
    private const double WidthOfLetter = 6.4 / 700 * 100;
    private const double Gap = 1;

    public IEnumerable<BandLabel> Of(IEnumerable<Band> bands)
    {
        var shown = bands.Where(band => band.Number is not null && scale.Holds(band.From)).OrderBy(band => band.From).ToList();
        var free = 0.0;
        for (var i = 0; i < shown.Count; i++)
        {
            var (start, next) = (scale.At(shown[i].From), i + 1 < shown.Count ? scale.At(shown[i + 1].From) : 100);
            var end = Math.Min(100, scale.At(shown[i].To.AddDays(1)));
            if (start < free)
                continue;
            var (text, at, anchor) = Fitting(shown[i], start, end, next - Gap, free);
            free = (anchor == "start" ? at + Width(text) : at) + Gap;
            yield return new(text, at, anchor, shown[i].Number!.Value, start);
        }
    }

    // A label begins where its band does; one that has no room there may end where its band does.
    private static (string Text, double At, string Anchor) Fitting(Band band, double start, double end, double next, double free)
    {
        foreach (var text in new[] { $"{band.Number} {band.Label}", $"{band.Number} {band.Brief}" })
        {
            if (start + Width(text) <= next)
                return (text, start, "start");
            if (end - Width(text) >= free)
                return (text, end, "end");
        }

        return ($"{band.Number}", start, "start");
    }

    private static double Width(string text) => text.Length * WidthOfLetter;
}

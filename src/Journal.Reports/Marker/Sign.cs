namespace Journal.Reports.Marker;

/// <summary>One sign of the marker.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="Called">As a sentence names it.</param>
/// <param name="Holds">Null where it cannot be told.</param>
/// <param name="Sentence">What the records show; where it cannot be told, what is missing.</param>
internal sealed record Sign(string Name, string Called, bool? Holds, string Sentence, int N, IReadOnlyList<Guid> Events)
{
    public static Sign Of(string name, string called, bool? holds, string sentence, string missing, int n, IEnumerable<Guid> events) =>
        new(name, called, holds, holds is null ? $"{missing} ({sentence})" : sentence, n, [.. events.Distinct()]);

    public void Write(ReportBuilder builder)
    {
        builder.Judge(Name, Holds is { } holds ? Measure.Of(holds ? 1 : 0, N, Events) : Measure.Missing(Sentence, N, Events), Holds == true, Sentence, Sentence);
    }
}

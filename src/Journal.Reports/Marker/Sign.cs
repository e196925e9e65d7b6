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
        switch (Holds)
        {
            case true:
                builder.Found(Name, Sentence, N, Events);
                break;
            case false:
                builder.NotFound(Name, Sentence, N, Events);
                break;
            default:
                builder.Insufficient(Name, Sentence, N, Events);
                break;
        }
    }
}

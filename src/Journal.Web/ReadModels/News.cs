using Journal.Reports.Cycles;

namespace Journal.Web.ReadModels;

/// <summary>A regression has followed temporary progress, and goes on.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Practice">In which of their practices.</param>
/// <param name="Since">The Monday of its first week.</param>
public sealed record RegressionBegan(Guid Person, Guid Practice, DateOnly Since);

/// <summary>A regression that was told of is over.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Practice">In which of their practices.</param>
/// <param name="Since">The Monday of the regression's first week.</param>
/// <param name="Recovered">The Monday of the recovery's first week.</param>
public sealed record RegressionRecovered(Guid Person, Guid Practice, DateOnly Since, DateOnly Recovered);

/// <summary>Progress still goes on by the weekly rules, and has begun to fall.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Practice">In which of their practices.</param>
/// <param name="Onset">The Monday of the progress's first week.</param>
/// <param name="Warned">The day on which the fall could be told.</param>
public sealed record ProgressErodes(Guid Person, Guid Practice, DateOnly Onset, DateOnly Warned);

/// <summary>What was told of a practice, as a document. It outlives versions and rebuilds of the projection, so that nothing is told twice.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Regression">Since when it was in regression when it was looked at last; null when it was in none.</param>
/// <param name="Began">The regressions whose beginning was told.</param>
/// <param name="Recovered">The regressions whose end was told.</param>
/// <param name="Eroding">The progress, by its onset, whose fall was told.</param>
/// <remarks>
/// News is what has changed from one look to the next: of a history that is brought in whole, only a regression that still goes on is told. What lay in between is in the documents.
/// </remarks>
public sealed record ToldOfPractice(Guid Id, DateOnly? Regression, IReadOnlyList<DateOnly> Began, IReadOnlyList<DateOnly> Recovered, IReadOnlyList<DateOnly> Eroding)
{
    /// <summary>A practice of which nothing was told.</summary>
    public static ToldOfPractice Nothing(Guid practice) => new(practice, null, [], [], []);

    /// <summary>What is news now, and what has been told with it.</summary>
    public (ToldOfPractice Told, IReadOnlyList<object> News) After(Guid person, PracticeCycles now, Erosion? erosion)
    {
        ArgumentNullException.ThrowIfNull(now);
        var (told, news) = (this, new List<object>());
        var open = now.Cycles.LastOrDefault(cycle => cycle.Recovered is null);
        var over = Regression is { } since ? now.Cycles.FirstOrDefault(cycle => cycle.Regression <= since && since < cycle.Recovered) : null;
        if (over is not null && !Recovered.Contains(over.Regression))
        {
            news.Add(new RegressionRecovered(person, Id, over.Regression, over.Recovered!.Value));
            told = told with { Recovered = [.. told.Recovered, over.Regression] };
        }

        if (open is not null && !Began.Contains(open.Regression))
        {
            // A correction may move the first week of a regression that was told of: it is the same one.
            if (Regression is null || over is not null)
                news.Add(new RegressionBegan(person, Id, open.Regression));
            told = told with { Began = [.. told.Began, open.Regression] };
        }

        if (erosion is not null && !Eroding.Contains(erosion.Onset))
        {
            news.Add(new ProgressErodes(person, Id, erosion.Onset, erosion.Warned));
            told = told with { Eroding = [.. told.Eroding, erosion.Onset] };
        }

        return (told with { Regression = open?.Regression }, news);
    }
}

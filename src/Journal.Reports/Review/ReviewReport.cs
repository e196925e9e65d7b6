using Journal.Reports.Weeks;

namespace Journal.Reports.Review;

/// <summary>
/// One week for a person: what happened, what changed against the usual, what is eroding, what the journal cannot tell, and one thing to record to be able to. At most
/// twelve plain sentences, each with what it rests on.
/// </summary>
public static class ReviewReport
{
    /// <summary>The most sentences.</summary>
    public const int Most = 12;

    public static ReportKind Kind { get; } = new("review", "The week in at most twelve sentences: what happened, what changed, what erodes, what cannot be told.", Write)
    {
        Question = "How was the week?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var week = new ReviewedWeek(view);
        List<Said> all = [week.Dated(), .. HappenedSection.Of(week), .. ChangedSection.Of(week), .. ErodingSection.Of(week), .. UntoldSection.Of(week)];

        // What cannot be told, and what to record, come last and are never crowded out.
        var last = all.Where(one => one.Name is "untold" or "record").ToList();
        foreach (var one in all.Except(last).Take(Most - last.Count).Concat(last))
        {
            builder.Found(one.Name, builder.Dated(one.Sentence, _ => one.Sentence), one.N, one.Events, one.Subject);
        }
    }
}

/// <summary>A sentence of the review.</summary>
internal sealed record Said(string Name, string Sentence, int N, IReadOnlyList<Guid> Events, Guid? Subject = null);

/// <summary>The week that a review is about: the last whole one by the last day asked for.</summary>
internal sealed class ReviewedWeek
{
    public ReviewedWeek(ReportView view)
    {
        View = view;
        var last = IsoWeek.Of(view.Last);
        Week = last.Sunday == view.Last ? last : IsoWeek.Of(last.Monday.AddDays(-1));
        Practices = [.. view.Practices.Where(practice => practice.Weeks.Any(week => week.Week == Week))];
    }

    public ReportView View { get; }

    public IsoWeek Week { get; }

    /// <summary>Those that were taken up by then and not dropped before.</summary>
    public IReadOnlyList<PracticeWeeks> Practices { get; }

    public PracticeWeek Of(PracticeWeeks practice) => practice.Weeks.First(week => week.Week == Week);

    public Said Dated()
    {
        var records = View.Facts.All.Where(fact => fact.Day >= Week.Monday && fact.Day <= Week.Sunday).ToList();
        var last = View.LastRecord is { } day ? $"the last record is of {Text.LongDay(day)}" : "nothing is recorded yet";
        return new("week", $"Week of {Text.LongDay(Week.Monday)}: {Text.Count(records.Count, "record")}; {last}.", records.Count, [.. records.SelectMany(fact => fact.Events)]);
    }
}

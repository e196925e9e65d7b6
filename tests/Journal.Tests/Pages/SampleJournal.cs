using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Web.Pages;
using Journal.Web.Pages.Layout;

namespace Journal.Tests.Pages;

/// <summary>Facts of a made-up person, to draw pages from.</summary>
internal sealed class SampleJournal
{
    public static readonly Guid Person = new("0198a000-0000-7000-8000-00000000000a");
    private readonly List<Fact> facts = [];

    /// <summary>The person at a page.</summary>
    public static Seen Seen { get; } = new(new Journal.Web.Access.Person(Person, "sam", "Europe/Lisbon", default), "/standing");

    /// <summary>A daily practice with one figure a week, in how many days of it were done; null for a week without a record.</summary>
    public Guid Daily(string title, DateOnly monday, params int?[] doneDays)
    {
        var practice = Adopt(title, monday);
        for (var week = 0; week < doneDays.Length; week++)
        {
            if (doneDays[week] is { } done)
                Record(practice, monday.AddDays(7 * week), done);
        }

        return practice;
    }

    /// <summary>A practice of once a week, done or missed on its Monday; null for a week without a record.</summary>
    public Guid Weekly(string title, DateOnly monday, params bool?[] done)
    {
        var practice = Adopt(title, monday, days: 7);
        for (var week = 0; week < done.Length; week++)
        {
            if (done[week] is { } was)
                Outcome(practice, monday.AddDays(7 * week), was ? OutcomeState.Finished : OutcomeState.Missed);
        }

        return practice;
    }

    public Guid Adopt(string title, DateOnly day, int days = 1) => Add(new PracticeFact
    {
        Id = Guid.CreateVersion7(Noon(day)),
        OccurredAt = Noon(day),
        Events = [Guid.NewGuid()],
        Title = title,
        Cadences = [new(day, 1, days, null)],
    });

    /// <summary>Seven days of outcomes, the first so many of them finished.</summary>
    public void Record(Guid practice, DateOnly monday, int done)
    {
        for (var day = 0; day < 7; day++)
            Outcome(practice, monday.AddDays(day), day < done ? OutcomeState.Finished : OutcomeState.Missed);
    }

    public Guid Add(Fact fact)
    {
        facts.Add(fact);
        return fact.Id;
    }

    public Reading Read(DateOnly to, PageQuery? query = null, RuleSet? rules = null) => Reading.Of(
        Person, query ?? PageQuery.Now, new ReportRequest { To = to, Rules = rules ?? RuleSet.Default }, new(facts.Count, facts));

    public JournalFacts Facts => new(facts.Count, facts);

    public static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private void Outcome(Guid practice, DateOnly day, OutcomeState state) => Add(new OutcomeFact
    {
        Id = Guid.NewGuid(),
        OccurredAt = Noon(day),
        Events = [Guid.NewGuid()],
        PracticeId = practice,
        State = state,
    });
}

using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Web.Pages;
using Journal.Web.Pages.Cycles;

namespace Journal.Tests.Pages;

public sealed class TheEvidenceOfACycle
{
    private const string Hostile = "<img src=x onerror='alert(1)'>";
    private static readonly DateOnly Monday = new(2016, 2, 1);
    private readonly SampleJournal journal = new();

    [Fact]
    public void Is_found_by_its_practice_and_first_day()
    {
        var (practice, reading) = Fallen();
        Assert.Equal("regression from 22 Feb 2016, 3 weeks, open", CycleEvidence.Find(reading, practice, Monday)?.Name);
        Assert.Null(CycleEvidence.Find(reading, practice, Monday.AddDays(7)));
        Assert.Null(CycleEvidence.Find(reading, Guid.NewGuid(), Monday));
    }

    [Fact]
    public void Of_progress_that_holds_is_found_too()
    {
        var practice = journal.Daily("Read", Monday, 7, 7, 7);
        Assert.Equal("progress from 1 Feb 2016, 3 weeks so far", CycleEvidence.Find(journal.Read(Monday.AddDays(20)), practice, Monday)?.Name);
    }

    [Fact]
    public void Shows_its_events_as_they_happened_and_no_others()
    {
        var (practice, reading) = Fallen();
        var evidence = CycleEvidence.Find(reading, practice, Monday)!;
        var stream = new[]
        {
            Finished(3, evidence.Ids[1], Monday.AddDays(1), "second"),
            Finished(2, Guid.NewGuid(), Monday, "stranger"),
            Finished(4, evidence.Ids[0], Monday, Hostile),
        };
        var page = Rendered.Of<CyclePage>(("Seen", SampleJournal.Seen), ("Reading", reading), ("Evidence", evidence), ("Events", evidence.Select(stream)));
        Assert.Contains("n = 2 events", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("&lt;img src=x", StringComparison.Ordinal) < page.IndexOf("second", StringComparison.Ordinal));
        Assert.DoesNotContain("stranger", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_an_amended_entry_with_what_it_said_first()
    {
        journal.Add(new EntryFact { Id = Guid.NewGuid(), OccurredAt = SampleJournal.Noon(Monday), Events = [], Text = "Late again & tired", Original = "Late", Layer = Layer.Thinking });
        Assert.Contains("Late again &amp; tired</span> <span class=\"original\">originally: <q>Late</q>", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_out_what_was_written_in_other_weeks()
    {
        journal.Add(new EntryFact { Id = Guid.NewGuid(), OccurredAt = SampleJournal.Noon(Monday.AddDays(-1)), Events = [], Text = "the week before" });
        Assert.DoesNotContain("the week before", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_interventions_under_way()
    {
        journal.Add(new InterventionFact
        {
            Id = Guid.NewGuid(),
            OccurredAt = SampleJournal.Noon(Monday.AddDays(3)),
            Events = [],
            Title = "Phone away",
            Layers = [Layer.Thinking, Layer.Execution],
        });
        Assert.Contains("<span class=\"kind\">thinking, execution</span> <div><bdi>Phone away</bdi>", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_a_day_without_a_record_means() => Assert.Contains("A day without a record counts neither way.", Page(), StringComparison.Ordinal);

    private string Page()
    {
        var (practice, reading) = Fallen();
        return Rendered.Of<CyclePage>(("Seen", SampleJournal.Seen), ("Reading", reading), ("Evidence", CycleEvidence.Find(reading, practice, Monday)), ("Events", Array.Empty<RecordedEvent>()));
    }

    private (Guid Practice, Reading Reading) Fallen()
    {
        var practice = journal.Daily("Read", Monday, 7, 7, 7, 2, 1, 1);
        return (practice, journal.Read(Monday.AddDays(41)));
    }

    private static RecordedEvent Finished(long position, Guid id, DateOnly day, string note) => new(
        position, id, "", default, position, "execution_finished",
        new ExecutionFinished(default, default, null, null, null, null, null, null, null, note, SampleJournal.Noon(day)),
        SampleJournal.Noon(day), null, null, EventHeaders.Empty);
}

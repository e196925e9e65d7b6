namespace Journal.Tests.Interchange;

public sealed class AJournalOfJrnl : IDisposable
{
    private const string Text = """
        [2026-03-02 09:15] Went running @health
        Five kilometres.

        It rained.

        [2026-03-02 09:15] Second thought *

        [2026-03-03 07:00:30 PM] Evening.
        """;

    private readonly PlannedJournal journal = new();

    [Fact]
    public void In_text_gives_an_entry_for_each_heading()
    {
        var summary = journal.Import(Text);
        Assert.Equal(("jrnl", 3), (summary.Format, summary.Created));
        Assert.Equal(["Went running @health\nFive kilometres.\n\nIt rained.", "Second thought", "Evening."], journal.Entries.OrderBy(entry => entry.OccurredAt).ThenByDescending(entry => entry.Text).Select(entry => entry.Text));
        Assert.Equal(["@health"], journal.Entries.Single(entry => entry.Text.StartsWith("Went", StringComparison.Ordinal)).Tags);
        Assert.Equal(["starred"], journal.Entries.Single(entry => entry.Text.StartsWith("Second", StringComparison.Ordinal)).Tags);
        Assert.Equal("2026-03-03T19:00:30.0000000+00:00", journal.Entries[^1].OccurredAt.ToString("O"));
        Assert.Equal((0, 3), journal.Import(Text) is var same ? (same.Created, same.Duplicate) : default);
    }

    [Fact]
    public void In_json_says_the_same()
    {
        var summary = journal.Import("""{"tags":{"@health":1},"entries":[{"title":"Went running @health","body":"Five kilometres.","date":"2026-03-02","time":"09:15","tags":["@health"],"starred":false}]}""");
        Assert.Equal(("jrnl", 1), (summary.Format, summary.Created));
        var entry = Assert.Single(journal.Entries);
        Assert.Equal(("Went running @health\n\nFive kilometres.", "2026-03-02T09:15:00.0000000+00:00"), (entry.Text, entry.OccurredAt.ToString("O")));
        Assert.Equal(["@health"], entry.Tags);
    }

    [Fact]
    public void Carries_over_what_was_written_on()
    {
        journal.Import(Text);
        Assert.Equal((1, 1, 2), journal.Import(Text.Replace("Evening.", "Evening, late.", StringComparison.Ordinal) + "\n[2026-03-04 08:00] More\n") is var newer ? (newer.Created, newer.Changed, newer.Duplicate) : default);
        Assert.Contains("Evening, late.", journal.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void With_something_above_its_first_heading_says_so()
    {
        var summary = journal.Import("lost words\n" + Text, "jrnl");
        Assert.Equal([("line 1", "time.invalid")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
        Assert.Equal(3, summary.Created);
    }

    public void Dispose() => journal.Dispose();
}

namespace Journal.Tests.Interchange;

public sealed class FilesOfMarkdown : IDisposable
{
    private const string Daily = "---\ntags: [work, \"deep work\"]\nupdated: 2026-03-04T10:00\nnested: {a: [1]}\n---\nWrote all morning. #focus\n";

    private readonly PlannedJournal journal = new();

    [Fact]
    public void Are_entries_of_the_day_that_their_head_or_their_name_says()
    {
        var summary = journal.Import(PlannedJournal.Zip(
            ("vault/2026-03-02.md", Daily), ("vault/20260303 A walk.md", "Along the river."), ("vault/2026/03/04.md", "By folder."), ("vault/Ideas.md", "No date."),
            ("vault/Trip.md", "---\ndate: 2026-03-05T21:30\ntitle: The trip\n---\nFar."), ("vault/picture.png", "x")));
        Assert.Equal(("markdown", 4, 1), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal([("Ideas.md", "date.missing")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
        Assert.Equal(
            [("03-02 12:00", "Wrote all morning. #focus"), ("03-03 12:00", "# A walk\n\nAlong the river."), ("03-04 12:00", "By folder."), ("03-05 21:30", "# The trip\n\nFar.")],
            journal.Entries.Select(entry => ($"{entry.OccurredAt:MM-dd HH:mm}", entry.Text)));
        Assert.Equal(["work", "deep work", "focus"], journal.Entries[0].Tags);
    }

    [Fact]
    public void Imported_again_from_another_folder_add_nothing_and_carry_over_what_changed()
    {
        journal.Import(PlannedJournal.Zip(("vault/2026-03-02.md", Daily), ("vault/2026-03-03.md", "b")));
        Assert.Equal((0, 0, 2), journal.Import(PlannedJournal.Zip(("2026-03-02.md", Daily), ("2026-03-03.md", "b"))) is var same ? (same.Created, same.Changed, same.Duplicate) : default);
        journal.Import(PlannedJournal.Zip(("2026-03-02.md", Daily.Replace("morning", "day", StringComparison.Ordinal)), ("2026-03-03.md", "b")));
        Assert.Equal("Wrote all day. #focus", journal.Entries[0].Text);
        Assert.Equal("2026-03-04T10:00:00.0000000+00:00", journal.Events[^1].OccurredAt.ToString("O"));
    }

    [Fact]
    public void In_a_folder_are_read_where_they_lie()
    {
        var folder = journal.NewFolder();
        File.WriteAllText(Path.Combine(folder, "2026-03-02.md"), Daily);
        Directory.CreateDirectory(Path.Combine(folder, ".obsidian"));
        File.WriteAllText(Path.Combine(folder, ".obsidian", "2026-01-01.md"), "hidden");
        File.CreateSymbolicLink(Path.Combine(folder, "2026-03-09.md"), "/etc/hostname");
        Assert.Equal(("markdown", 1), journal.ImportFile(folder) is var summary ? (summary.Format, summary.Created) : default);
    }

    [Fact]
    public void One_alone_is_told_by_its_head_and_dated_by_its_name_where_that_is_known()
    {
        Assert.Equal(("markdown", 1), journal.Import("---\ndate: 2026-03-05\n---\nAlone.") is var headed ? (headed.Format, headed.Created) : default);
        Assert.Equal(1, journal.Import("Named.", "markdown", "2026-03-06.md").Created);
    }

    [Theory]
    [InlineData("---\ndate: [2026-03-05\n---\nx")]
    [InlineData("---\na: &a [*a, *a]\ndate: 2026-03-05\n---\nx")]
    public void With_a_head_that_is_made_to_do_harm_are_read_without_it(string text)
    {
        journal.Import(PlannedJournal.Zip(("2026-03-05.md", text)));
        Assert.Equal("x", Assert.Single(journal.Entries).Text);
    }

    [Fact]
    public void Nested_without_end_in_their_head_do_no_harm()
    {
        var summary = journal.Import(PlannedJournal.Zip(("2026-03-05.md", $"---\na: {new string('[', 30_000)}\n---\nx")));
        Assert.Equal(1, summary.Created);
    }

    public void Dispose() => journal.Dispose();
}

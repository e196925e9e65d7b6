using Journal.Facts;

namespace Journal.Tests.Interchange;

public sealed class AnExportOfDayOne : IDisposable
{
    private const string One = """
        {"uuid":"A1","creationDate":"2025-12-31T23:30:00Z","modifiedDate":"2026-01-02T08:00:00Z","timeZone":"Asia\/Tokyo","text":"# New year\n\nNoodles. ![](dayone-moment:\/\/ABC)","tags":["food","family"],"starred":true,"photos":[{"identifier":"ABC"}],"weather":{"tempCelsius":3}}
        """;

    private const string Two = """{"uuid":"B2","creationDate":"2026-01-05T09:00:00Z","isAllDay":true,"timeZone":"Europe\/Lisbon","text":"A day off"}""";

    private readonly PlannedJournal journal = new();

    [Fact]
    public void Gives_entries_on_the_day_that_was_lived_with_tags_and_zone()
    {
        var summary = journal.Import(Export(One, Two));
        Assert.Equal(("dayone", 2), (summary.Format, summary.Created));
        var (first, second) = (journal.Entries[0], journal.Entries[1]);
        Assert.Equal("2026-01-01T08:30:00.0000000+09:00", first.OccurredAt.ToString("O"));
        Assert.Equal("# New year\n\nNoodles. [photo left out]", first.Text);
        Assert.Equal(["food", "family", "starred"], first.Tags);
        Assert.Equal("2026-01-05T12:00:00.0000000+00:00", second.OccurredAt.ToString("O"));
        Assert.Null(second.Tags);
        Assert.Equal("Asia/Tokyo", journal.Events[0].Headers.Text("zone"));
        Assert.Equal(1, summary.Warnings["media.left"]);
        Assert.Equal(One.Trim(), ImportHeader.Of(journal.Events[0].Headers)!.Row);
    }

    [Fact]
    public void Carries_over_what_was_edited_at_the_time_of_the_edit()
    {
        journal.Import(Export(One, Two));
        Assert.Equal((0, 0, 2), journal.Import(Export(Two, One)) is var same ? (same.Created, same.Changed, same.Duplicate) : default);
        var edited = One.Replace("Noodles", "Soup", StringComparison.Ordinal).Replace("2026-01-02T08", "2026-02-02T08", StringComparison.Ordinal).Replace("\"food\",", "", StringComparison.Ordinal);
        Assert.Equal((0, 1, 1), journal.Import(Export(edited, Two)) is var changed ? (changed.Created, changed.Changed, changed.Duplicate) : default);
        var entry = journal.Entries[0];
        Assert.Equal(("# New year\n\nSoup. [photo left out]", "# New year\n\nNoodles. [photo left out]"), (entry.Text, entry.Original));
        Assert.Equal(["family", "starred"], entry.Tags);
        Assert.Equal("2026-02-02T17:00:00.0000000+09:00", journal.Events[^1].OccurredAt.ToString("O"));
    }

    [Fact]
    public void That_was_put_on_another_day_is_there_on_that_day()
    {
        journal.Import(Export(One));
        journal.Import(Export(One.Replace("2025-12-31T23:30", "2026-01-03T23:30", StringComparison.Ordinal)));
        Assert.Equal(new DateOnly(2026, 1, 4), Assert.Single(journal.Entries).Day);
        Assert.Equal((0, 0), journal.Import(Export(One.Replace("2025-12-31T23:30", "2026-01-03T23:30", StringComparison.Ordinal))) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void In_its_archive_has_a_file_for_each_journal()
    {
        var summary = journal.Import(PlannedJournal.Zip(("Journal.json", Export(One)), ("Work.json", Export(Two)), ("photos/abc.jpeg", "no picture")));
        Assert.Equal(("dayone", 2), (summary.Format, summary.Created));
    }

    [Fact]
    public void Without_some_of_its_entries_leaves_those_alone_and_says_so()
    {
        journal.Import(Export(One, Two));
        Assert.Equal(1, journal.Import(Export(Two)).Warnings["record.absent"]);
        Assert.Equal(2, journal.Entries.Count);
    }

    [Fact]
    public void With_entries_that_cannot_be_kept_says_which()
    {
        var summary = journal.Import(Export(One, "{\"uuid\":\"C\",\"creationDate\":\"never\",\"text\":\"x\"}", "{\"uuid\":\"D\",\"creationDate\":\"2026-01-05T09:00:00Z\"}", "{\"uuid\":\"E\",\"creationDate\":\"2036-01-05T09:00:00Z\",\"text\":\"x\"}"));
        Assert.Equal(["time.invalid", "text.missing", "time.future"], summary.SkippedRows.Select(row => row.Reason));
        Assert.Single(journal.Entries);
    }

    [Fact]
    public void With_a_text_too_long_keeps_its_beginning_and_says_so()
    {
        var summary = journal.Import(Export("{\"uuid\":\"C\",\"creationDate\":\"2026-01-05T09:00:00Z\",\"text\":\"" + new string('x', 30_000) + "\"}"));
        Assert.Equal(1, summary.Warnings["text.cut"]);
        Assert.Equal(20_000, Assert.Single(journal.Entries).Text.Length);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public void That_is_cut_short_is_refused_whole(int missing) => Assert.Equal("import.json", journal.Refused(Export(One, Two)[..^missing]));

    [Fact]
    public void With_half_of_a_letter_is_refused() => Assert.Equal("import.encoding", journal.Refused(Export("{\"uuid\":\"C\",\"creationDate\":\"2026-01-05T09:00:00Z\",\"text\":\"\\ud83d\"}")));

    [Fact]
    public void Nested_without_end_is_refused() =>
        Assert.Equal("import.json", journal.Refused(Export("{\"uuid\":\"C\",\"creationDate\":\"2026-01-05T09:00:00Z\",\"text\":\"x\",\"deep\":" + new string('[', 100_000) + new string(']', 100_000) + "}")));

    [Fact]
    public void Longer_than_a_buffer_is_read_to_its_end()
    {
        var many = Enumerable.Range(0, 500).Select(i => $"{{\"uuid\":\"U{i}\",\"creationDate\":\"2026-01-05T09:{i % 60:00}:00Z\",\"text\":\"{new string('y', 700)} {i}\"}}");
        Assert.Equal(500, journal.Import(Export([.. many])).Created);
    }

    public void Dispose() => journal.Dispose();

    private static string Export(params string[] entries) => $$"""{"metadata":{"version":"1.0"},"entries":[{{string.Join(",\n", entries.Select(entry => entry.Trim()))}}]}""";
}

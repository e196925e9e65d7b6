using Journal.Entries;

namespace Journal.Tests.Interchange;

public sealed class AnExportOfDaylio : IDisposable
{
    private const string Header = "full_date,date,weekday,time,mood,activities,note_title,note\n";
    private const string First = "2026-03-02,March 2,Monday,6:50 pm,rad,\"friends | gaming\",,\"Awesome, \"\"really\"\"\"\n";
    private const string Second = "2026-03-02,March 2,Monday,08:02,awful,,,\"\"\n";
    private const string Third = "2026-03-01,March 1,Sunday,9:00 am,grumpy,walk,,\n";

    private readonly PlannedJournal journal = new();

    [Fact]
    public void Gives_moods_on_their_scale_and_entries_with_tags_at_their_times()
    {
        var summary = journal.Import(Header + First + Second + Third);
        Assert.Equal(("daylio", 4, 0, 0), (summary.Format, summary.Created, summary.Duplicate, summary.Skipped));
        Assert.Equal(
            [("awful", 1.0, "2026-03-02T08:02:00.0000000+00:00"), ("rad", 5.0, "2026-03-02T18:50:00.0000000+00:00")],
            journal.States.Select(state => (state.Ratings![0].Word!, state.Ratings[0].Value, state.OccurredAt.ToString("O"))));
        Assert.All(journal.States, state => Assert.Equal(("mood", 1.0, 5.0), (state.Ratings![0].Name, state.Ratings[0].Lowest, state.Ratings[0].Highest)));
        Assert.Equal(["walk, mood: grumpy", "Awesome, \"really\""], journal.Entries.Select(entry => entry.Text));
        Assert.Equal(["friends", "gaming"], journal.Entries[1].Tags);
        Assert.Equal(1, summary.Warnings["daylio.mood"]);
    }

    [Fact]
    public void Imported_again_adds_nothing_and_a_newer_one_carries_over_what_changed()
    {
        journal.Import(Header + First + Second + Third);
        var before = journal.Events.Count;
        Assert.Equal((0, 0, 4), journal.Import(Header + First + Second + Third) is var same ? (same.Created, same.Changed, same.Duplicate) : default);
        Assert.Equal(before, journal.Events.Count);

        var fourth = "2026-03-03,March 3,Tuesday,07:00,meh,,,up\n";
        var newer = journal.Import(Header + fourth + First.Replace("Awesome", "Fine", StringComparison.Ordinal) + Second.Replace("awful", "bad", StringComparison.Ordinal) + Third);
        Assert.Equal((2, 2, 2), (newer.Created, newer.Changed, newer.Duplicate));
        Assert.Contains("Fine, \"really\"", journal.Entries.Select(entry => entry.Text));
        Assert.Equal(["bad", "rad", "meh"], journal.States.Select(state => state.Ratings![0].Word));
        Assert.Equal((0, 0), journal.Import(Header + fourth + First.Replace("Awesome", "Fine", StringComparison.Ordinal) + Second.Replace("awful", "bad", StringComparison.Ordinal) + Third) is var again ? (again.Created, again.Changed) : default);
    }

    [Fact]
    public void What_the_person_took_back_or_wrote_anew_stays_so_until_the_source_says_something_else()
    {
        journal.Import(Header + First + Third);
        var (walk, awesome) = (journal.Entries[0], journal.Entries[1]);
        journal.Record(new EntryRetracted(walk.Id, null, journal.Now));
        journal.Record(new EntryAmended(awesome.Id, "It was not.", null, journal.Now));
        Assert.Equal((0, 0), journal.Import(Header + First + Third) is var same ? (same.Created, same.Changed) : default);
        Assert.Equal(["It was not."], journal.Entries.Select(entry => entry.Text));
        journal.Import(Header + First.Replace("Awesome", "Fine", StringComparison.Ordinal) + Third);
        Assert.Equal(["Fine, \"really\""], journal.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void A_mood_that_was_replaced_comes_back_as_another_of_the_same()
    {
        journal.Import(Header + Second);
        journal.Import(Header + Second.Replace("awful", "bad", StringComparison.Ordinal));
        journal.Import(Header + Second);
        Assert.Equal(["awful"], journal.States.Select(state => state.Ratings![0].Word));
        Assert.Equal((0, 0), journal.Import(Header + Second) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void With_rows_that_cannot_be_read_says_which()
    {
        var summary = journal.Import(Header + First + "31.02.2026,x,x,08:00,rad,,,a\n" + "2026-03-05,x,x,25:99,meh,,,b\n");
        Assert.Equal([("line 3", "time.invalid")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
        Assert.Equal(1, summary.Warnings["time.unread"]);
        Assert.Equal(12, journal.Entries.Single(entry => entry.Text == "b").OccurredAt.Hour);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void With_other_separators_is_the_same(char separator)
    {
        journal.Import((Header + "2026-03-02,March 2,Monday,08:02,awful,,,up\n").Replace(',', separator));
        Assert.Equal("up", Assert.Single(journal.Entries).Text);
    }

    [Fact]
    public void Keeps_the_row_as_it_was()
    {
        journal.Import(Header + "2026-03-02,March 2,Monday,08:02,awful,,,\"=HYPERLINK(\"\"x\"\")\u0007\"\n");
        var row = ImportHeaderOf("note");
        Assert.Equal("=HYPERLINK(\"x\")\u0007", row);
        Assert.Equal("=HYPERLINK(\"x\")\u0007", Assert.Single(journal.Entries).Text);
    }

    [Fact]
    public void That_is_cut_in_a_quoted_note_is_refused_whole() => Assert.Equal("csv.invalid", journal.Refused(Header + Second + First[..^4]));

    [Fact]
    public void In_another_encoding_is_refused() => Assert.Equal("text.encoding", journal.Refused([.. System.Text.Encoding.UTF8.GetBytes(Header + First), .. "2026-03-05,x,x,08:00,rad,,,caf"u8, 0xE9, (byte)'\n']));

    public void Dispose() => journal.Dispose();

    private string ImportHeaderOf(string column) => System.Text.Json.JsonDocument.Parse(Journal.Facts.ImportHeader.Of(journal.Events[^1].Headers)!.Row).RootElement.GetProperty(column).GetString()!;
}

namespace Journal.Tests.Interchange;

public sealed class AnyTable : IDisposable
{
    private readonly PlannedJournal journal = new();

    [Fact]
    public void Of_habits_in_columns_is_guessed_and_the_guess_is_shown()
    {
        var summary = journal.Import("Date,Run,Read,Weight,Notes\n2026-03-02,1,x,70.5,Tired\n2026-03-03,0,,71,\n2026-03-04,1,yes,70,Better\n");
        Assert.Equal("csv", summary.Format);
        Assert.Equal([("Date", "date"), ("Run", "habit"), ("Read", "habit"), ("Weight", "ignore"), ("Notes", "text")], summary.Map!.Select(one => (one.Key, one.Value)));
        Assert.Equal(["03-02 Finished", "03-03 Missed", "03-04 Finished"], journal.Days("Run"));
        Assert.Equal(["03-02 Finished", "03-04 Finished"], journal.Days("Read"));
        Assert.Equal(["Tired", "Better"], journal.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void Of_days_of_named_practices_is_one()
    {
        var summary = journal.Import("habit;day;status;amount;comment\nRun;02.03.2026;done;5,5;flat\nRun;03.03.2026;skipped;;ill\nRead;03.03.2026;no;;\nRead;04.03.2026;maybe;;\n");
        Assert.Equal(["03-02 Finished 5.5", "03-03 Skipped"], journal.Days("Run"));
        Assert.Equal(["03-03 Missed"], journal.Days("Read"));
        Assert.Equal([("line 5", "value.invalid")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
    }

    [Fact]
    public void Of_ratings_keeps_their_scale_and_times()
    {
        var summary = journal.Import("timestamp,mood,journal,tags\n2026-03-02 07:30,8,Slept well,\"sleep, home\"\n2026-03-02 21:00,3,,\n");
        Assert.Equal("rating:1..10", summary.Map!["mood"]);
        Assert.Equal([(8.0, 7), (3.0, 21)], journal.States.Select(state => (state.Ratings![0].Value, state.OccurredAt.Hour)));
        Assert.Equal(["sleep", "home"], Assert.Single(journal.Entries).Tags);
    }

    [Fact]
    public void Means_what_somebody_says_it_means()
    {
        const string file = "when,what,m,e\n2026-03-02,Fine,4,6\n";
        var summary = journal.Import(file, null, null, "when=date", "what=text", "m=rating:0..5", "e=energy");
        Assert.Equal(2, summary.Created);
        var state = Assert.Single(journal.States);
        Assert.Equal((6, 4.0, 0.0, 5.0), (state.Energy!.Value, state.Ratings![0].Value, state.Ratings[0].Lowest, state.Ratings[0].Highest));
        Assert.Equal("map.unknown", journal.Refused(file, null, "x=date"));
        Assert.Equal("map.invalid", journal.Refused(file, null, "when=moment"));
        Assert.Equal("map.date", journal.Refused(file, null, "what=text"));
        Assert.Equal("map.invalid", journal.Refused(file, null, "when=date", "m=rating:5..1"));
    }

    [Fact]
    public void Imported_again_adds_nothing_and_a_longer_one_carries_over_what_changed()
    {
        const string file = "Date,Run,Notes\n2026-03-02,1,Tired\n2026-03-03,0,So so\n";
        journal.Import(file);
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
        var newer = journal.Import(file.Replace("Tired", "Very tired", StringComparison.Ordinal).Replace("03,0", "03,1", StringComparison.Ordinal) + "2026-03-04,1,Up\n");
        Assert.Equal((2, 2), (newer.Created, newer.Changed));
        Assert.Equal(["Very tired", "So so", "Up"], journal.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void Beside_another_of_the_same_days_is_another_source()
    {
        journal.Import("Date,Notes\n2026-03-02,One\n");
        Assert.Equal(1, journal.Import("Date,Diary,Title\n2026-03-02,x,Two\n", null, null, "Date=date", "Title=title").Created);
        Assert.Equal(2, journal.Entries.Count);
        Assert.Empty(journal.Import("Date,Notes\n2026-03-02,One\n").Warnings);
    }

    [Fact]
    public void Whose_days_and_months_cannot_be_told_apart_is_refused()
    {
        Assert.Equal("csv.date", journal.Refused("Date,Notes\n03/04/2026,One\n"));
        Assert.Equal(1, journal.Import("Date,Notes\n04/23/2026,One\n").Created);
    }

    [Fact]
    public void With_rows_without_a_day_or_without_anything_says_which()
    {
        var summary = journal.Import("Date,Notes\n2026-03-02,One\nyesterday,Two\n2026-03-04,\n2036-03-04,Four\n", null, null, "Date=date", "Notes=text");
        Assert.Equal([("line 3", "time.invalid"), ("line 4", "row.empty"), ("line 5", "time.future")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
    }

    [Fact]
    public void With_lines_in_its_cells_names_the_line_a_row_begins_on() =>
        Assert.Equal("line 5", journal.Import("Date,Notes\n2026-03-02,\"a\nb\nc\"\nnever,x\n", null, null, "Date=date", "Notes=text").SkippedRows.Single().Place);

    [Fact]
    public void In_UTF_16_is_read_and_in_anything_else_refused()
    {
        Assert.Equal(1, journal.Import([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("Date,Notes\n2026-03-02,Olá\n")]).Created);
        Assert.Equal("Olá", Assert.Single(journal.Entries).Text);
        Assert.Equal("text.encoding", journal.Refused([.. "Date,Notes\n2026-03-02,Ol"u8, 0xE1, (byte)'\n']));
    }

    [Fact]
    public void With_letters_that_cannot_be_kept_is_kept_without_them()
    {
        var summary = journal.Import("Date,Notes\n2026-03-02,a\u0000b\u001b[31m\n", "csv");
        Assert.Equal("ab\u001b[31m", Assert.Single(journal.Entries).Text);
        Assert.Equal(1, summary.Warnings["text.encoding"]);
    }

    public void Dispose() => journal.Dispose();
}

using Journal.Practices;
using Journal.Web.Interchange;
using Microsoft.Data.Sqlite;

namespace Journal.Tests.Interchange;

public sealed class HabitsOfOtherApps : IDisposable
{
    private readonly PlannedJournal journal = new();

    [Fact]
    public void Of_Loop_in_CSV_mean_what_they_mean_in_its_database()
    {
        var file = PlannedJournal.Zip(
            ("Habits.csv", "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n001,Run,YES_NO,,,3,7,#FF8F00,,,,false\n002,Water,NUMERICAL,,,1,1,#000000,glasses,AT_LEAST,8.0,false\n003,Run,YES_NO,,,1,1,#FF8F00,,,,true\n"),
            ("Checkmarks.csv", "Date,Run,Water,Run,\n2026-03-02,2,8000,0,\n"),
            ("001 Run/Checkmarks.csv", "Date,Value,Notes\n2026-03-04,SKIP,\"ill, in bed\"\n2026-03-03,YES_AUTO,\n2026-03-02,YES_MANUAL,5 km\n"),
            ("002 Water/Checkmarks.csv", "Date,Value,Notes\n2026-03-02,8500,\n2026-03-03,3,\n"),
            ("003 Run/Checkmarks.csv", "Date,Value\n2026-03-01,2\n"));
        var summary = journal.Import(file);
        Assert.Equal(("loopcsv", 8, 1), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal(["loopcsv:Run", "loopcsv:Run#2", "loopcsv:Water"], journal.Practices.Select(practice => practice.Source!).Order(StringComparer.Ordinal));
        Assert.Equal(["03-02 Finished 8.5", "03-03 Skipped"], journal.Days("Water"));
        var run = journal.Practices.Single(practice => practice.Source == "loopcsv:Run");
        Assert.Equal((3, 7), (run.Cadences[0].Times, run.Cadences[0].Days));
        Assert.NotNull(journal.Practices.Single(practice => practice.Source == "loopcsv:Run#2").DroppedAt);
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void Of_HabitBull_are_daily_with_a_warning_and_counted_where_they_are_counted()
    {
        const string file = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\nRead,a book,Mind,2026-03-02,1,\"good, really\"\nRead,a book,Mind,2026-03-03,0,\nPages,,Mind,2026-03-02,12,\nPages,,Mind,2026-03-03,x,\n";
        var summary = journal.Import(file);
        Assert.Equal(("habitbull", 5, 1, 2), (summary.Format, summary.Created, summary.Skipped, summary.Warnings["cadence.unknown"]));
        Assert.Equal(["03-02 Finished", "03-03 Missed"], journal.Days("Read"));
        Assert.Equal(["03-02 Finished 12"], journal.Days("Pages"));
        Assert.Equal([("line 5", "value.invalid")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
        Assert.Equal((0, 1, 4), journal.Import(file.Replace("03-03,0", "03-03,1", StringComparison.Ordinal)) is var newer ? (newer.Created, newer.Changed, newer.Duplicate) : default);
        Assert.Equal(["03-02 Finished", "03-03 Finished"], journal.Days("Read"));
    }

    [Fact]
    public void Of_Beaver_keep_their_period_and_their_notes()
    {
        const string file = """{"habits":[{"name":"Order pizza","id":"d2","star":false,"status":"normal","period":{"period_type":"W","period_count":1,"target_count":2},"records":[{"day":"2026-03-02","done":true,"text":"margherita"},{"day":"2026-03-03","done":false}]},{"name":"Old","id":"x1","status":"archive","records":[{"day":"2026-02-02","done":true}]}],"order":["d2"]}""";
        var summary = journal.Import(file);
        Assert.Equal(("beaver", 5), (summary.Format, summary.Created));
        Assert.Equal(["03-02 Finished", "03-03 Missed"], journal.Days("Order pizza"));
        var (pizza, old) = (journal.Practices.Single(one => one.Title == "Order pizza"), journal.Practices.Single(one => one.Title == "Old"));
        Assert.Equal((2, 7, "beaver:d2", true), (pizza.Cadences[0].Times, pizza.Cadences[0].Days, pizza.Source, old.DroppedAt is not null));
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
        Assert.Equal((0, 1), journal.Import(file.Replace("Order pizza", "Order less pizza", StringComparison.Ordinal)) is var renamed ? (renamed.Created, renamed.Changed) : default);
    }

    [Fact]
    public void Of_HabitTrove_are_counted_by_day_where_they_are_meant_several_times()
    {
        const string file = """{"habits":[{"id":"h1","name":"Stretch","description":"","frequency":"FREQ=WEEKLY;BYDAY=MO,WE,FR","coinReward":1,"targetCompletions":2,"completions":["2026-03-02T08:00:00.000Z","2026-03-02T20:00:00.000Z","2026-03-04T08:00:00.000Z"]}]}""";
        Assert.Equal(("habittrove", 3), journal.Import(file) is var summary ? (summary.Format, summary.Created) : default);
        Assert.Equal(["03-02 Finished 2", "03-04 Finished 1"], journal.Days("Stretch"));
        Assert.Equal((3, 7, 2.0), (journal.Practices[0].Cadences[0].Times, journal.Practices[0].Cadences[0].Days, journal.Practices[0].Cadences[0].Target));
        Assert.Equal((0, 0), journal.Import(file) is var same ? (same.Created, same.Changed) : default);
    }

    [Theory]
    [InlineData("", "03-03 Finished", "03-04 Finished")]
    [InlineData("04:00", "03-02 Finished", "03-03 Finished")]
    [InlineData("01:00", "03-03 Finished", "03-04 Finished")]
    public void At_night_are_of_the_day_before_where_a_day_starts_later(string start, string first, string second)
    {
        journal.DayStartsAt = ImportJob.DayStart(start);
        journal.Import("""{"habits":[{"id":"h1","name":"Stretch","description":"","frequency":"daily","coinReward":1,"completions":["2026-03-03T01:30:00.000Z","2026-03-04T03:59:00.000Z"]}]}""");
        Assert.Equal([first, second], journal.Days("Stretch"));
        journal.Import("Date,Time,Habit,Done\n2026-03-03,01:30,Read,1\n2026-03-04,03:59,Read,1\n");
        Assert.Equal([first, second], journal.Days("Read"));
    }

    [Theory]
    [InlineData("12:00")]
    [InlineData("4")]
    [InlineData("-1:00")]
    public void Cannot_start_a_day_at_noon_or_at_no_time(string start) => Assert.Equal("day.start", Assert.Throws<ImportFailedException>(() => ImportJob.DayStart(start)).Code);

    [Fact]
    public void Of_Tickmate_stand_on_the_days_they_were_ticked_on()
    {
        var path = Database("""
            create table tracks (_id integer primary key, name text, enabled integer, description text, multiple_entries_per_day integer);
            create table ticks (_id integer primary key, _track_id integer, year integer, month integer, day integer);
            create table track2groups (_id integer primary key);
            insert into tracks values (1, 'Floss', 1, '', 0), (2, 'Coffee', 1, '', 1);
            insert into ticks (_track_id, year, month, day) values (1, 2026, 2, 2), (2, 2026, 2, 2), (2, 2026, 2, 2), (1, 2026, 2, 31), (1, 2026, 1, 30), (9, 2026, 2, 2);
            """);
        var summary = journal.ImportFile(path);
        Assert.Equal(("tickmate", 5, 2), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal(["03-02 Finished", "03-31 Finished"], journal.Days("Floss"));
        Assert.Equal(["03-02 Finished 2"], journal.Days("Coffee"));
        Assert.Equal((0, 0), journal.ImportFile(path) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void Of_Rewire_keep_their_schedules()
    {
        var path = Database("""
            create table habits (_id integer primary key, name text, description text, schedule integer, active_days text, repeating_count integer, days integer, period integer);
            create table checkins (_id integer primary key, habit_id integer, date text, type integer);
            create table unit (_id integer primary key);
            insert into habits values (1, 'Swim', '', 1, '', 0, 3, 0), (2, 'Water the plants', '', 2, '', 4, 0, 0), (3, 'Office', '', 0, '0,1,2', 0, 0, 0);
            insert into checkins (habit_id, date, type) values (1, '20260302', 2), (1, '20260303', 1), (2, '20260302', 2), (1, 'soon', 2);
            """);
        var summary = journal.ImportFile(path);
        Assert.Equal(("rewire", 5, 2), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal([("Office", 3, 7), ("Swim", 3, 7), ("Water the plants", 1, 4)], journal.Practices.OrderBy(one => one.Title).Select(one => (one.Title, one.Cadences[0].Times, one.Cadences[0].Days)));
        Assert.Equal(["03-02 Finished"], journal.Days("Swim"));
    }

    [Fact]
    public void Of_Exist_are_what_was_only_ever_ticked_beside_moods_and_their_notes()
    {
        var summary = journal.Import(PlannedJournal.Zip(
            ("data_4_mood.json", """[{"date":"2026-03-02","value":7},{"date":"2026-03-03","value":null}]"""),
            ("data_4_mood_note.json", """[{"date":"2026-03-02","value":"A good day"},{"date":"2026-03-03","value":null}]"""),
            ("data_4_steps.json", """[{"date":"2026-03-02","value":8123}]"""),
            ("data_4_read_a_book.json", """[{"date":"2026-03-02","value":1},{"date":"2026-03-03","value":0}]""")));
        Assert.Equal(("exist", 4, 1), (summary.Format, summary.Created, summary.Skipped));
        Assert.Equal((7.0, 1.0, 9.0), Assert.Single(journal.States).Ratings![0] is var mood ? (mood.Value, mood.Lowest, mood.Highest) : default);
        Assert.Equal("A good day", Assert.Single(journal.Entries).Text);
        Assert.Equal(["03-02 Finished"], journal.Days("read a book"));
        Assert.Equal(Silence.Unknown, journal.Practices[0].SilenceMeans);
        Assert.Equal([("steps", "exist.figures")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
    }

    public void Dispose() => journal.Dispose();

    private string Database(string sql)
    {
        var path = Path.Combine(journal.NewFolder(), "a.db");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return path;
    }
}

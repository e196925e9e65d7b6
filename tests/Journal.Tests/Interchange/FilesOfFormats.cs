using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Journal.Tests.Interchange;

/// <summary>A small file of each format, made after what is known of the application that writes it: one record with words and, where there is more, a second.</summary>
internal static class FilesOfFormats
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Func<string, bool, byte[]>> Makers = new(StringComparer.Ordinal)
    {
        ["beaver"] = (words, more) => Text($$"""{"habits":[{"name":"Floss","id":"d2","star":false,"status":"normal","period":{"period_type":"D","period_count":1,"target_count":1},"records":[{"day":"2026-03-02","done":true,"text":{{Json(words)}}}{{If(more, """,{"day":"2026-03-03","done":true}""")}}]}],"order":["d2"]}"""),
        ["csv"] = (words, more) => Text($"Date,id,Notes\n2026-03-02,1,{Cell(words)}\n{If(more, "2026-03-03,2,more\n")}"),
        ["daylio"] = (words, more) => Text($"full_date,date,weekday,time,mood,activities,note\n2026-03-02,March 2,Monday,18:50,rad,friends,{Cell(words)}\n{If(more, "2026-03-03,March 3,Tuesday,08:02,bad,,\n")}"),
        ["dayone"] = (words, more) => Text($$"""{"metadata":{"version":"1.0"},"entries":[{"uuid":"A1","creationDate":"2026-03-02T08:30:00Z","timeZone":"Europe\/Lisbon","text":{{Json(words)}}}{{If(more, """,{"uuid":"B2","creationDate":"2026-03-03T09:00:00Z","timeZone":"Europe\/Lisbon","text":"more"}""")}}]}"""),
        ["exist"] = (words, more) => PlannedJournal.Zip(
            ("data_4_mood.json", """[{"date":"2026-03-02","value":7}]"""),
            ("data_4_mood_note.json", $$"""[{"date":"2026-03-02","value":{{Json(words)}}}{{If(more, """,{"date":"2026-03-03","value":"more"}""")}}]""")),
        ["habitbull"] = (words, more) => Text($"HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\nRead,a book,Mind,2026-03-02,1,{Cell(words)}\n{If(more, "Read,a book,Mind,2026-03-03,1,\n")}"),
        ["habittrove"] = (words, more) => Text($$"""{"habits":[{"id":"h1","name":{{Json(words)}},"description":"","frequency":"daily","coinReward":1,"completions":["2026-03-02T08:00:00.000Z"{{If(more, ",\"2026-03-03T08:00:00.000Z\"")}}]}]}"""),
        ["ics"] = (words, more) => Text($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Someone//EN\r\nBEGIN:VJOURNAL\r\nUID:j1\r\nDTSTAMP:20260501T080000Z\r\nDTSTART:20260302T080000Z\r\nSUMMARY:{Calendar(words)}\r\nEND:VJOURNAL\r\n{If(more, "BEGIN:VTODO\r\nUID:t1\r\nDTSTAMP:20260501T080000Z\r\nSUMMARY:more\r\nDUE;VALUE=DATE:20260603\r\nEND:VTODO\r\n")}END:VCALENDAR\r\n"),
        ["journiv"] = (words, more) => PlannedJournal.Zip(("data.json", $$"""{"export_version":"1.5","export_date":"2026-04-01T00:00:00Z","app_version":"1","journals":[],"mood_definitions":[],"moments":[{"external_id":"m1","logged_at_utc":"2026-03-02T23:30:00Z","logged_date_tz":"2026-03-03","logged_timezone":"Europe/Berlin","note":{{Json(words)}}}{{If(more, """,{"external_id":"m2","logged_at_utc":"2026-03-05T10:00:00Z","logged_timezone":"UTC","note":"more"}""")}}]}""")),
        ["jrnl"] = (words, more) => Text($$"""{"tags":{},"entries":[{"title":"Morning","body":{{Json(words)}},"date":"2026-03-02","time":"09:15","tags":[],"starred":false}{{If(more, """,{"title":"more","body":"","date":"2026-03-03","time":"09:15","tags":[],"starred":false}""")}}]}"""),
        ["loop"] = (words, more) => Database($"""
            pragma user_version = 25;
            create table Habits (Id integer primary key autoincrement, archived integer, color integer, description text, freq_den integer, freq_num integer, highlight integer, name text, position integer,
                reminder_days integer, reminder_hour integer, reminder_min integer, type integer not null default 0, target_type integer not null default 0, target_value real not null default 0,
                unit text not null default '', question text, uuid text);
            create table Repetitions (id integer primary key autoincrement, habit integer, timestamp integer, value integer not null default 2, notes text);
            insert into Habits (Id, name, freq_num, freq_den, archived, uuid) values (1, 'Run', 1, 1, 0, 'u1');
            insert into Repetitions (habit, timestamp, value, notes) values (1, {Milliseconds(2)}, 2, {Sql(words)});
            {If(more, $"insert into Repetitions (habit, timestamp, value) values (1, {Milliseconds(3)}, 2);")}
            """),
        ["loopcsv"] = (words, more) => PlannedJournal.Zip(
            ("Habits.csv", "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n001,Run,YES_NO,,,3,7,#FF8F00,,,,false\n"),
            ("Checkmarks.csv", "Date,Run,\n2026-03-02,2,\n"), ("001 Run/Checkmarks.csv", $"Date,Value,Notes\n{If(more, "2026-03-03,YES_MANUAL,\n")}2026-03-02,YES_MANUAL,{Cell(words)}\n")),
        ["markdown"] = (words, more) => PlannedJournal.Zip([("2026-03-02.md", words), .. more ? [("2026-03-03.md", "more")] : Array.Empty<(string, string)>()]),
        ["memos"] = (words, more) => Text($$"""{"memos":[{"name":"memos/1","uid":"abc","createTime":"2026-03-02T08:00:00Z","updateTime":"2026-03-02T08:00:00Z","content":{{Json(words)}},"visibility":"PRIVATE","tags":[]}{{If(more, """,{"name":"memos/2","uid":"def","createTime":"2026-03-03T08:00:00Z","content":"more","visibility":"PRIVATE"}""")}}]}"""),
        ["nomie"] = (words, more) => Text($$"""{"nomie":{"number":"5.6.0"},"trackers":{},"events":[{"_id":"e1","note":{{Json(words)}},"end":1772438400000}{{If(more, """,{"_id":"e2","note":"more","end":1772524800000}""")}}]}"""),
        ["rewire"] = (words, more) => Database($"""
            create table habits (_id integer primary key, name text, description text, schedule integer, active_days text, repeating_count integer, days integer, period integer);
            create table checkins (_id integer primary key, habit_id integer, date text, type integer);
            create table unit (_id integer primary key);
            insert into habits values (1, {Sql(words)}, '', 1, '', 0, 3, 0);
            insert into checkins (habit_id, date, type) values (1, '20260302', 2){If(more, ", (1, '20260303', 2)")};
            """),
        ["tickmate"] = (words, more) => Database($"""
            create table tracks (_id integer primary key, name text, enabled integer, description text, multiple_entries_per_day integer);
            create table ticks (_id integer primary key, _track_id integer, year integer, month integer, day integer);
            create table track2groups (_id integer primary key);
            insert into tracks values (1, {Sql(words)}, 1, '', 0);
            insert into ticks (_track_id, year, month, day) values (1, 2026, 2, 2){If(more, ", (1, 2026, 2, 3)")};
            """),
    };

    public static IEnumerable<string> Names => Makers.Keys.Order(StringComparer.Ordinal);

    /// <summary>A file that says these words once, and of a second record where there is to be more.</summary>
    public static byte[] Of(string format, string words, bool more = false) => Makers[format](words, more);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string If(bool more, string text) => more ? text : "";

    private static string Json(string words) => JsonSerializer.Serialize(words, AsItIs);

    private static string Cell(string words) => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Sql(string words) => $"'{words.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Calendar(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static long Milliseconds(int day) => new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static byte[] Database(string sql)
    {
        var path = Path.Combine(Path.GetTempPath(), $"format-{Guid.NewGuid():N}.db");
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

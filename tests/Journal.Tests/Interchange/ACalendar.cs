using Journal.Commitments;
using Journal.Practices;

namespace Journal.Tests.Interchange;

public sealed class ACalendar : IDisposable
{
    private const string Ahead = "BEGIN:VEVENT\nUID:e1\nDTSTAMP:20260501T080000Z\nSUMMARY:Write the talk\nDTSTART;TZID=Europe/Berlin:20260610T090000\nDTEND;TZID=Europe/Berlin:20260610T103000\nEND:VEVENT\n";
    private const string Over = "BEGIN:VEVENT\nUID:e2\nDTSTAMP:20260101T080000Z\nSUMMARY:Dentist\nDTSTART:20260201T090000Z\nEND:VEVENT\n";
    private const string Weekly = "BEGIN:VEVENT\nUID:e3\nDTSTAMP:20260101T080000Z\nSUMMARY:Choir\nDTSTART:20260610T190000Z\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n";
    private const string Task = "BEGIN:VTODO\nUID:t1\nDTSTAMP:20260501T080000Z\nSUMMARY:Pay rent\nDUE;VALUE=DATE:20260603\nEND:VTODO\n";
    private const string Note = "BEGIN:VJOURNAL\nUID:j1\nDTSTAMP:20260501T080000Z\nDTSTART:20260502T080000Z\nSUMMARY:Minutes\nDESCRIPTION:We agreed.\\nAll of us.\nCATEGORIES:work,board\nEND:VJOURNAL\n";

    private readonly PlannedJournal journal = new();

    [Fact]
    public void Gives_what_lies_ahead_and_tasks_as_commitments_and_leaves_the_rest_out()
    {
        var summary = journal.Import(Calendar(Ahead, Over, Weekly, Task, Note));
        Assert.Equal(("ics", 3), (summary.Format, summary.Created));
        Assert.Equal([("e2", "ics.past"), ("e3", "ics.recurring")], summary.SkippedRows.Select(row => (row.Place, row.Reason)));
        var commitments = journal.Facts.Of<CommitmentFact>().OrderBy(one => one.Title).ToList();
        Assert.Equal(("Pay rent", "2026-06-03T12:00:00.0000000+01:00"), (commitments[0].Title, commitments[0].DueAt!.Value.ToString("O")));
        Assert.Equal(("Write the talk", "2026-06-10T09:00:00.0000000+02:00", 90.0), (commitments[1].Title, commitments[1].PlannedAt!.Value.ToString("O"), commitments[1].PlannedMinutes));
        Assert.Equal("Minutes\n\nWe agreed.\nAll of us.", Assert.Single(journal.Entries).Text);
        Assert.Equal(["work", "board"], journal.Entries[0].Tags);
    }

    [Fact]
    public void Written_out_anew_is_the_same_whatever_it_says_of_when_it_was()
    {
        journal.Import(Calendar(Ahead, Task));
        Assert.Equal((0, 0, 2), journal.Import(Calendar(Ahead, Task).Replace("20260501T080000Z", "20260520T080000Z", StringComparison.Ordinal)) is var same ? (same.Created, same.Changed, same.Duplicate) : default);
    }

    [Fact]
    public void In_which_a_task_is_done_by_now_finishes_it()
    {
        journal.Import(Calendar(Task));
        var made = journal.Facts.Of<CommitmentFact>().Single().Id;
        journal.Import(Calendar(Task.Replace("END:VTODO", "STATUS:COMPLETED\nCOMPLETED:20260531T180000Z\nEND:VTODO", StringComparison.Ordinal)));
        var task = journal.Facts.Of<CommitmentFact>().Single();
        Assert.Equal((made, OutcomeState.Finished), (task.Id, task.Ending!.State));
    }

    [Fact]
    public void In_which_something_was_put_off_has_another_in_its_place()
    {
        journal.Import(Calendar(Ahead));
        journal.Import(Calendar(Ahead.Replace("20260610T", "20260612T", StringComparison.Ordinal)));
        Assert.Equal(12, journal.Facts.Of<CommitmentFact>().Single().PlannedAt!.Value.Day);
        Assert.Equal((0, 0), journal.Import(Calendar(Ahead.Replace("20260610T", "20260612T", StringComparison.Ordinal))) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public void That_is_cut_short_is_refused() => Assert.Equal("import.format", journal.Refused(Calendar(Ahead, Task)[..^30]));

    public void Dispose() => journal.Dispose();

    private static string Calendar(params string[] parts) => $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n{string.Concat(parts)}END:VCALENDAR\n".Replace("\n", "\r\n", StringComparison.Ordinal);
}

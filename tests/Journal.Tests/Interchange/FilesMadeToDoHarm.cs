using System.Text;

namespace Journal.Tests.Interchange;

public sealed class FilesMadeToDoHarm : IDisposable
{
    private readonly PlannedJournal journal = new();

    [Theory]
    [InlineData("../../etc/2026-03-02.md")]
    [InlineData("/etc/2026-03-02.md")]
    [InlineData("a\\..\\..\\2026-03-02.md")]
    [InlineData("C:/2026-03-02.md")]
    [InlineData("2026-03-02\n.md")]
    public void Whose_names_lead_out_of_their_archive_are_refused(string name) => Assert.Equal("import.archive", journal.Refused(PlannedJournal.Zip((name, "x"))));

    [Fact]
    public void That_unpack_to_more_than_they_may_are_refused()
    {
        var archive = PlannedJournal.Zip(("a.md", "x"), ("b.md", "x"), ("c.md", "x"));

        // What each says it unpacks to, in the directory at the end: four bytes, 24 behind its mark.
        for (var from = 0; archive.AsSpan(from).IndexOf("PK\u0001\u0002"u8) is >= 0 and var at; from += at + 4)
            BitConverter.GetBytes(500 << 20).CopyTo(archive, from + at + 24);
        Assert.Equal("import.size", journal.Refused(archive));
    }

    [Fact]
    public void That_say_they_are_smaller_than_they_are_are_refused()
    {
        var archive = PlannedJournal.Zip(("2026-03-02.md", new string('x', 10_000)));

        // The size that is stated in the directory at the end: four bytes, 24 behind its mark.
        var directory = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.GetBytes(100).CopyTo(archive, directory + 24);
        Assert.Contains(journal.Refused(archive), new[] { "import.size", "import.archive" });
    }

    [Fact]
    public void Cut_short_are_refused()
    {
        var archive = PlannedJournal.Zip(("2026-03-02.md", "x"), ("2026-03-03.md", "y"));
        Assert.Equal("import.archive", journal.Refused(archive[..^30]));
        Assert.Equal("import.archive", journal.Refused(archive[..40]));
    }

    [Fact]
    public void With_text_larger_than_any_note_are_refused() => Assert.Equal("import.size", journal.Refused(PlannedJournal.Zip(("2026-03-02.md", new string('x', 5 << 20)), ("2026-03-03.md", "x"))));

    [Theory]
    [InlineData("\0\u0001\u0002binary", "import.unknown")]
    [InlineData("Dear diary,\nnothing here has a date.", "import.unknown")]
    [InlineData("{\"a\":1}", "import.unknown")]
    public void Of_no_format_are_refused_with_the_formats_there_are(string text, string code) => Assert.Equal(code, journal.Refused(text));

    [Fact]
    public void Of_a_format_that_is_not_there_are_refused_without_repeating_it() => Assert.Equal("import.unknown", journal.Refused("x", "no such\nformat"));

    [Theory]
    [InlineData("loop")]
    [InlineData("tickmate")]
    [InlineData("rewire")]
    public void That_are_no_database_where_one_is_meant_are_refused(string format) => Assert.Equal("import.notadatabase", journal.Refused(new string('x', 5000), format));

    [Theory]
    [InlineData("dayone")]
    [InlineData("beaver")]
    [InlineData("habittrove")]
    [InlineData("memos")]
    [InlineData("nomie")]
    [InlineData("journiv")]
    public void That_are_no_JSON_where_some_is_meant_are_refused(string format) => Assert.Equal("import.json", journal.Refused("This is a letter.", format));

    [Fact]
    public void Of_any_bytes_never_fail_otherwise_than_by_a_code()
    {
        var random = new Random(20260601);
        string[] formats = [.. Journal.Web.Interchange.Importers.All.Select(importer => importer.Name)];
        string[] seeds =
        [
            "{\"entries\":[{\"uuid\":\"a\",\"creationDate\":\"2026-01-05T09:00:00Z\",\"text\":\"x\"}],\"habits\":[{\"name\":\"a\",\"records\":[{\"day\":\"2026-03-02\",\"done\":true}]}]}",
            "full_date,date,weekday,time,mood,activities,note\n2026-03-02,March 2,Monday,08:02,awful,a | b,\"up\"\n",
            "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:x\r\nDUE:20260603T100000Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            "---\ndate: 2026-03-02\ntags: [a]\n---\nx\n",
            "[2026-03-02 09:15] Went\nFive\n",
        ];
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(seeds[i % seeds.Length]);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                journal.Import(bytes, i % 3 == 0 ? null : formats[random.Next(formats.Length)]);
            }
            catch (Journal.Web.Interchange.ImportFailedException failed)
            {
                Assert.Matches(@"^[a-z]+\.[a-z]+$", failed.Code);
            }
        }
    }

    public void Dispose() => journal.Dispose();
}

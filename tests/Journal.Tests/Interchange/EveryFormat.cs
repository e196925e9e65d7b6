using System.Text;
using Journal.Facts;
using Journal.Web.Interchange;
using Journal.Web.Search;

namespace Journal.Tests.Interchange;

public sealed class EveryFormat : IDisposable
{
    private const string Words = "A long walk by the river";

    private readonly PlannedJournal journal = new();

    public static TheoryData<string> Names => [.. FilesOfFormats.Names];

    public static TheoryData<string> Texts => [.. FilesOfFormats.Names.Where(name => FilesOfFormats.Of(name, Words) is not [0x50, 0x4B, ..] and not [0x53, 0x51, 0x4C, ..])];

    [Fact]
    public void Is_tried_here() => Assert.Equal(Importers.All.Select(importer => importer.Name), FilesOfFormats.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_by_its_content_and_keeps_its_rows_as_they_were(string format)
    {
        var summary = journal.Import(FilesOfFormats.Of(format, Words));
        Assert.Equal((format, summary.Rows), (summary.Format, summary.Created + summary.Skipped));
        Assert.Equal(0, summary.Skipped);
        Assert.Contains(journal.Events, e => Written(e).Any(words => words.Contains(Words, StringComparison.Ordinal)));
        Assert.Contains(journal.Events, e => ImportHeader.Of(e.Headers) is { Row: var row } && row.Contains(Words, StringComparison.Ordinal));
        Assert.All(journal.Events, e => Assert.NotNull(ImportHeader.Of(e.Headers)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Brought_in_again_adds_nothing_and_a_newer_file_carries_over_what_changed(string format)
    {
        journal.Import(FilesOfFormats.Of(format, Words));
        var events = journal.Events.Count;
        Assert.Equal((0, 0), journal.Import(FilesOfFormats.Of(format, Words)) is var same ? (same.Created, same.Changed) : default);
        Assert.Equal(events, journal.Events.Count);

        var newer = journal.Import(FilesOfFormats.Of(format, "And back", more: true));
        Assert.Equal(1, newer.Changed);
        Assert.InRange(newer.Created, 1, 2);
        Assert.Contains(journal.Events.Skip(events), e => Written(e).Any(words => words.Contains("And back", StringComparison.Ordinal)));
        events = journal.Events.Count;
        Assert.Equal((0, 0), journal.Import(FilesOfFormats.Of(format, "And back", more: true)) is var again ? (again.Created, again.Changed) : default);
        Assert.Equal(events, journal.Events.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_formulas_quotes_control_characters_and_letters_of_everywhere_as_they_were_written(string format)
    {
        const string odd = "=\u001b[2J\u0007HYPERLINK(\"http://example.org\";\"x\"), @SUM(A1) l'été — 東京 🎉 <b>";
        // A calendar may hold no control characters.
        var kept = format == "ics" ? string.Concat(odd.Where(letter => !char.IsControl(letter))) : odd;
        journal.Import(FilesOfFormats.Of(format, odd));
        Assert.Contains(journal.Events, e => Written(e).Any(words => words.Contains(kept, StringComparison.Ordinal)));
        Assert.Equal((0, 0), journal.Import(FilesOfFormats.Of(format, odd)) is var same ? (same.Created, same.Changed) : default);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_anywhere_is_refused_by_a_code_or_taken_for_the_whole_rows_it_holds(string format)
    {
        var whole = FilesOfFormats.Of(format, Words, more: true);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 60))
        {
            using var other = new PlannedJournal();
            try
            {
                other.Import(whole[..length]);
                Assert.All(other.Events.SelectMany(Written), words => Assert.DoesNotContain("�", words, StringComparison.Ordinal));
            }
            catch (ImportFailedException failed)
            {
                codes.Add(failed.Code);
                Assert.Empty(other.Events);
            }
        }

        Assert.NotEmpty(codes);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void With_the_lines_of_another_system_or_a_mark_of_its_encoding_is_the_same(string format)
    {
        var text = Encoding.UTF8.GetString(FilesOfFormats.Of(format, Words, more: true)).Replace("\r\n", "\n", StringComparison.Ordinal);
        journal.Import(text);
        foreach (var other in new[] { text.Replace("\n", "\r\n", StringComparison.Ordinal), $"\uFEFF{text}" })
            Assert.Equal((0, 0), journal.Import(other) is var same ? (same.Created, same.Changed) : default);
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        Assert.Equal((0, 0), journal.Import(wide) is var again ? (again.Created, again.Changed) : default);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void In_an_encoding_that_is_not_said_is_refused_whole(string format)
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(FilesOfFormats.Of(format, "l'été", more: true)));
        Assert.Contains(journal.Refused(bytes), new[] { "text.encoding", "import.encoding", "import.json", "import.unknown" });
    }

    public void Dispose() => journal.Dispose();

    private static IEnumerable<string> Written(RecordedEvent e) => EventTexts.Of(e.Data!).Select(one => one.Text);
}

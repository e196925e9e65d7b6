using System.Text;
using Journal.Aims;
using Journal.Web.Interchange;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

/// <summary>Each has one thing wrong with it, on its fourth line where it is a line. All of it is refused, and nothing of what a person wrote is repeated.</summary>
public sealed class AFileThatCannotBeTaken(TestPostgres postgres)
{
    private const string Header = """{"format":"journal-events","version":1,"person":{"handle":"ann","zone":"Europe/Lisbon"}}""";
    private const string Aim = """{"id":"0198a000-0000-7000-8000-0000000000e1","stream":"0198a000-0000-7000-8000-0000000000a1","type":"aim_set","recordedAt":"2026-01-05T09:00:00Z","data":{"AimId":"0198a000-0000-7000-8000-0000000000a1","Title":"Secret","OccurredAt":"2026-01-05T09:00:00+01:00"}}""";
    private const string Belief = """{"id":"0198a000-0000-7000-8000-0000000000e2","stream":"0198a000-0000-7000-8000-0000000000b1","type":"belief_stated","recordedAt":"2026-01-05T09:00:00Z","data":{"BeliefId":"0198a000-0000-7000-8000-0000000000b1","Text":"Secret","Scope":"Safe","Strength":0.5,"Stance":"Limits","Origin":"Explicit","OccurredAt":"2026-01-05T09:00:00+01:00"}}""";

    public static TheoryData<string, string, string> Changes { get; } = new()
    {
        // What is replaced in the belief's line, by what, and the code.
        { "\"Strength\":0.5", "\"Strength\":1.5", "import.line" },
        { "\"Strength\":0.5", "\"Strength\":1e999", "import.line" },
        { "\"Strength\":0.5", "\"Strength\":\"NaN\"", "import.line" },
        { "\"Strength\":0.5,", "", "import.line" },
        { "\"Strength\":0.5", "\"Strength\":0.5,\"Strength\":0.6", "import.line" },
        { "\"Strength\":0.5", "\"Strength\":0.5,\"Secret\":1", "import.line" },
        { "\"Safe\"", "\"Secret\"", "import.line" },
        { "\"Safe\"", "2", "import.line" },
        { "\"Safe\"", "\"2\"", "import.line" },
        { "\"Safe\"", "\"safe\"", "import.line" },
        { "\"Safe\"", "\"Safe,Necessary\"", "import.line" },
        { "\"Secret\"", "\"Secret\\u0000\"", "import.line" },
        { "\"Secret\"", "\"Secret\\ud83d\"", "import.line" },
        { "\"Secret\"", "null", "import.line" },
        { "\"Secret\"", "\"\"", "import.line" },
        { "09:00:00+01:00", "09:00:00", "import.line" },
        { "\"2026-01-05T09:00:00+01:00\"", "\"2026-01-05\"", "import.line" },
        { "\"2026-01-05T09:00:00+01:00\"", "\"2926-01-05T09:00:00+01:00\"", "import.line" },
        { "\"2026-01-05T09:00:00+01:00\"", "\"1826-01-05T09:00:00+01:00\"", "import.line" },
        { "\"data\":{", "\"Data\":{", "import.line" },
        { "\"type\"", "\"secret\":1,\"type\"", "import.line" },
        { "\"type\"", "\"headers\":{\"a\":\"\\ud83d\"},\"type\"", "import.line" },
        { "\"type\"", "\"headers\":{\"a\":[1e400]},\"type\"", "import.line" },
        { "\"type\"", "\"zone\":7,\"type\"", "import.line" },
        { "\"stream\":\"0198a000-0000-7000-8000-0000000000b1\"", "\"stream\":\"0198a000-0000-7000-8000-0000000000b2\"", "import.line" },
        { "0000000000e2", "00000000000", "import.line" },
        { "0198a000-0000-7000-8000-0000000000e2", "00000000-0000-0000-0000-000000000000", "import.line" },
        { "}}", "}", "import.line" },
        { "belief_stated", "belief_secret", "import.type" },
        { "\"data\":{", "\"data\":[]", "import.line" },
        { "0000000000e2", "0000000000e1", "import.duplicate" },
        { "\"type\":\"belief_stated\"", "\"type\":\"belief_retired\"", "import.line" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Is_refused_whole_for_one_line(string old, string changed, string code)
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var failure = await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(journal.File(Header, "", Aim, Belief.Replace(old, changed, StringComparison.Ordinal))));
        Assert.Equal(code, failure.Code);
        Assert.StartsWith("Line 4: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await journal.ReadAsync());
    }

    [Fact]
    public async Task Is_taken_when_nothing_is_wrong()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        Assert.Equal(2, (await journal.ImportAsync(journal.File(Header, "", Aim + "\r", Belief))).Created);
        Assert.Equal(2, (await journal.ImportAsync(journal.File([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Header}\n{Aim}\n{Belief}")]))).Duplicate);
    }

    [Theory]
    [InlineData("", "import.format")]
    [InlineData("SQLite format 3", "import.format")]
    [InlineData(Aim, "import.format")]
    [InlineData("""{"format":"journal-events","person":{"handle":"ann","zone":"Europe/Lisbon"}}""", "import.version")]
    [InlineData("""{"format":"journal-events","version":2,"person":{"handle":"ann","zone":"Europe/Lisbon"}}""", "import.version")]
    [InlineData("""{"format":"journal-events","version":1}""", "import.format")]
    public async Task Is_refused_for_its_first_line(string first, string code)
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        Assert.Equal(code, (await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(journal.File(first, Belief)))).Code);
    }

    [Fact]
    public async Task Is_refused_where_it_speaks_of_what_was_never_begun()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        const string retired = """{"id":"0198a000-0000-7000-8000-0000000000e3","stream":"0198a000-0000-7000-8000-0000000000b1","type":"belief_retired","recordedAt":"2026-01-05T09:00:00Z","data":{"BeliefId":"0198a000-0000-7000-8000-0000000000b1","OccurredAt":"2026-01-05T09:00:00+01:00"}}""";
        Assert.Equal("import.order", (await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(journal.File(Header, Aim, retired, Belief)))).Code);
        Assert.Equal(3, (await journal.ImportAsync(journal.File(Header, Aim, Belief, retired))).Created);
    }

    [Fact]
    public async Task Is_refused_where_the_journal_has_the_same_id_for_something_else()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        await journal.AppendAsync(
            new AimSet(Guid.CreateVersion7(), "Another", null, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)), e => e.Id = new("0198a000-0000-7000-8000-0000000000e2"));
        Assert.Equal("import.conflict", (await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(journal.File(Header, Aim, Belief)))).Code);
        Assert.Single(await journal.ReadAsync());
    }

    [Fact]
    public async Task Is_refused_where_it_is_cut_short_or_no_text_or_endless()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var whole = Encoding.UTF8.GetBytes($"{Header}\n{Aim}\n{Belief}\n");
        await AssertLineAsync(whole[..^40], 3);
        await AssertLineAsync([.. whole, 0x22, 0xC3, 0x28, 0x22, (byte)'\n'], 4);
        await AssertLineAsync([.. whole, .. Enumerable.Repeat((byte)' ', 3_000_000)], 4);

        async Task AssertLineAsync(byte[] content, int line)
        {
            var failure = await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(journal.File(content)));
            Assert.Equal("import.line", failure.Code);
            Assert.StartsWith($"Line {line}: ", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Is_refused_where_there_is_none()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        Assert.Equal("import.nofile", (await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync("/no/such/file"))).Code);
        Assert.Equal("import.unreadable", (await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(Path.GetTempPath()))).Code);
    }
}

using System.Text.Json;
using Journal.Aims;
using Journal.Entries;
using Journal.Facts;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

public sealed class TakingAJournalOutAndInAgain(TestPostgres postgres)
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("consultant")]
    [InlineData("founder")]
    public async Task Gives_every_line_back_in_its_order(string seed)
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        await journal.ImportAsync(FiledJournal.Seed(seed));
        Assert.Equal((await File.ReadAllLinesAsync(FiledJournal.Seed(seed), TestContext.Current.CancellationToken))[1..], await journal.ExportedEventsAsync());
    }

    [Fact]
    public async Task Gives_the_same_lines_for_another_person_of_the_same_journal()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        await journal.ImportAsync(FiledJournal.Seed("founder"));
        await journal.ImportAsync(journal.File(await journal.ExportAsync()), FiledJournal.Ben);
        Assert.Equal(await journal.ExportedEventsAsync(), await journal.ExportedEventsAsync(FiledJournal.Ben));
    }

    [Fact]
    public async Task Keeps_headers_ids_and_moments_of_what_was_recorded_here()
    {
        await using var first = await FiledJournal.NewAsync(postgres);
        await using var second = await FiledJournal.NewAsync(postgres);
        await first.AppendAsync(
            new JournalEntryWritten(Guid.CreateVersion7(), "Olá, “mundo” \\ \u2028 🙂\n", null, null, Monday),
            e =>
            {
                (e.CorrelationId, e.CausationId) = ("c-1", "c-0");
                e.SetHeader("source", "api");
                e.SetHeader("zone", "Europe/Lisbon");
                e.SetHeader("z", "1");
                e.SetHeader("weights", JsonElement.Parse("[1.50, 2e3, {\"b\":null,\"a\":true}]"));
            });
        await first.AppendAsync(new AimSet(Guid.CreateVersion7(), "No headers at all", null, Monday));
        await second.ImportAsync(second.File(await first.ExportAsync()));

        Assert.Equal(await first.ExportedEventsAsync(), await second.ExportedEventsAsync());
        Assert.Equal((await first.ReadAsync()).Select(e => (e.Id, e.Data, e.CorrelationId)), (await second.ReadAsync()).Select(e => (e.Id, e.Data, e.CorrelationId)));
    }

    [Fact]
    public async Task Twice_adds_nothing_the_second_time()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var first = await journal.ImportAsync(FiledJournal.Seed("consultant"));
        var again = await journal.ImportAsync(FiledJournal.Seed("consultant"));
        Assert.Equal((first.Rows, 0, first.Rows), (first.Created, first.Duplicate, (await journal.ReadAsync()).Count));
        Assert.Equal((first.Rows, 0, first.Rows), (again.Rows, again.Created, again.Duplicate));
    }

    [Fact]
    public async Task Goes_on_where_a_run_was_cut_short()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var lines = await File.ReadAllLinesAsync(FiledJournal.Seed("consultant"), TestContext.Current.CancellationToken);
        await journal.ImportAsync(journal.File(lines[..501]));
        var rest = await journal.ImportAsync(FiledJournal.Seed("consultant"));
        Assert.Equal((lines.Length - 501, 500), (rest.Created, rest.Duplicate));
        Assert.Equal(lines[1..], await journal.ExportedEventsAsync());
    }

    [Fact]
    public async Task From_two_processes_at_once_stores_each_event_once_and_in_order()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => journal.ImportAsync(FiledJournal.Seed("founder"))));
        Assert.Equal(runs[0].Rows, runs.Sum(run => run.Created));
        Assert.Equal((await File.ReadAllLinesAsync(FiledJournal.Seed("founder"), TestContext.Current.CancellationToken))[1..], await journal.ExportedEventsAsync());
    }

    [Fact]
    public async Task As_a_dry_run_says_the_same_and_stores_nothing()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var dry = await journal.ImportAsync(FiledJournal.Seed("consultant"), dryRun: true);
        Assert.Empty(await journal.ReadAsync());
        var real = await journal.ImportAsync(FiledJournal.Seed("consultant"));
        Assert.Equal((real.Rows, real.Created, real.Duplicate), (dry.Rows, dry.Created, dry.Duplicate));
    }

    [Fact]
    public async Task Reports_its_progress_to_the_end()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var told = new List<(int Done, int Of)>();
        var summary = await journal.ImportAsync(FiledJournal.Seed("consultant"), progress: (done, of) => told.Add((done, of)));
        Assert.Equal([.. Enumerable.Range(1, summary.Rows / 500).Select(n => (500 * n, summary.Rows)), (summary.Rows, summary.Rows)], told);
    }

    [Fact]
    public async Task Adds_to_a_journal_that_has_gone_on_meanwhile()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        var lines = await File.ReadAllLinesAsync(FiledJournal.Seed("consultant"), TestContext.Current.CancellationToken);
        await journal.ImportAsync(journal.File(lines[..300]));
        var aim = (AimSet)(await journal.ReadAsync())[0].Data;
        await journal.AppendAsync(new AimRevised(aim.AimId, "Publish", null, Monday));
        await journal.ImportAsync(FiledJournal.Seed("consultant"));
        Assert.Equal(lines.Length, (await journal.ReadAsync()).Count);
    }

    [Fact]
    public async Task Says_in_which_journal_the_file_was_kept()
    {
        var header = await NdjsonImport.ReadHeaderAsync(FiledJournal.Seed("founder"), TestContext.Current.CancellationToken);
        Assert.Equal(("founder", "Europe/Lisbon"), (header.Handle, header.Zone));
    }

    [Fact]
    public async Task Makes_the_same_facts()
    {
        await using var journal = await FiledJournal.NewAsync(postgres);
        await journal.ImportAsync(FiledJournal.Seed("founder"));
        await journal.ImportAsync(journal.File(await journal.ExportAsync()), FiledJournal.Ben);
        var facts = await journal.FactsAsync(FiledJournal.Ann);
        Assert.Equal(4, facts.Count(fact => fact.StartsWith("{\"fact\":\"practice\"", StringComparison.Ordinal)));
        Assert.Equal(facts, await journal.FactsAsync(FiledJournal.Ben));
    }
}

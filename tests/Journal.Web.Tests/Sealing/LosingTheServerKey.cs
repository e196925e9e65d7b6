using Journal.Decisions;
using Journal.Entries;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Operations;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Web.Tests.Sealing;

/// <summary>What was encrypted by it is given up.</summary>
public sealed class LosingTheServerKey(TestPostgres postgres) : AJournalWithAKey(postgres)
{
    [Fact]
    public async Task Locks_words_and_leaves_figures()
    {
        string before;
        Author author;
        using (var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true))
        {
            author = await EnterAsync(host, "demo");
            await FillAsync(host, author, 60);
            var at = TimeProvider.System.GetUtcNow().AddDays(-20);
            // A standard for a class of decisions is found by its name, which is a person's word.
            await Get<IDocumentStore>(host).AppendAsync(author.Tenant, new DecisionStandardSet(Guid.CreateVersion7(), "small ones", 24, at));
            await CatchUpAsync(host);
            before = await FiguresAsync(host, author, words: false);
            Assert.Equal("words.key-fits", (await Assert.ThrowsAsync<SealingException>(() => Get<PersonKeys>(host).Changes.AbandonAsync(Ct))).Code);
            await host.StopAsync(Ct);
        }

        File.Delete(KeyFile);
        using (var lost = new PersonKeys(Database.DataSource, "journal", new ServerKeySource(KeyFile, null), TimeProvider.System))
            Assert.True(await lost.Changes.AbandonAsync(Ct));
        using var locked = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true);
        Assert.Equal(before, await FiguresAsync(locked, author, words: false));
        Assert.All((await Get<PersonEvents>(locked).ReadAsync(author.Tenant, null, Ct)).Select(e => e.Data).OfType<JournalEntryWritten>(), e => Assert.StartsWith("[locked ", e.Text, StringComparison.Ordinal));
        Assert.Contains(await new StoreCheck(Database.DataSource, "journal", Get<WordSealer>(locked)).RunAsync(Ct), finding => finding.Code == "words.locked");
        await RecordAsync(locked, author, "from now on");
        Assert.Equal("from now on", ((JournalEntryWritten)(await Get<PersonEvents>(locked).ReadAsync(author.Tenant, null, Ct))[^1].Data).Text);
        await locked.StopAsync(Ct);
    }

    [Fact]
    public async Task Leaves_a_journal_that_holds_and_takes_in_the_same_file_once()
    {
        Author author;
        string[] before;
        using (var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true))
        {
            author = await EnterAsync(host, "demo");
            await FillAsync(host, author, 10);
            Assert.Equal(2, (await ImportAsync(host, author, "2025-03-02")).Created);
            await CatchUpAsync(host);
            before = await RecordedAsync(host, author);
            Assert.NotEmpty(await FoundAsync(host, author, "morning"));
            Assert.True((await Get<JournalVerification>(host).RunAsync(false, (_, _) => { }, Ct)).Holds);
            await host.StopAsync(Ct);
        }

        File.Delete(KeyFile);
        using (var lost = new PersonKeys(Database.DataSource, "journal", new ServerKeySource(KeyFile, null), TimeProvider.System))
            Assert.True(await lost.Changes.AbandonAsync(Ct));
        using var locked = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true);
        await RecordAsync(locked, author, "an evening from now on");
        await CatchUpAsync(locked);
        Assert.Empty(await FoundAsync(locked, author, "morning"));
        Assert.Empty(await FoundAsync(locked, author, "locked"));
        Assert.Single(await FoundAsync(locked, author, "evening"));
        Assert.Empty((await Get<JournalVerification>(locked).RunAsync(false, (_, _) => { }, Ct)).People.SelectMany(person => person.Differences));
        var again = await ImportAsync(locked, author, "2025-03-02");
        Assert.Equal((0, 2), (again.Created, again.Reasons["import.locked"]));
        var after = await RecordedAsync(locked, author);
        Assert.Equal([.. before, "journal_entry_written"], after);
        await locked.StopAsync(Ct);
    }
}

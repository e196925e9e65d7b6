using System.Text.Json;
using Journal.Commands;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Sealing;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Search;
using Journal.Web.Tests.Postgres;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Sealing;

/// <summary>A journal whose words are encrypted by a server key in a file.</summary>
public abstract class AJournalWithAKey(TestPostgres postgres) : IAsyncLifetime
{
    protected const string Canary = "rotkehlchen-im-schilf";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-words-");

    protected TestDatabase Database { get; private set; } = null!;

    protected string KeyFile => Path.Combine(folder.FullName, "words.key");

    public async ValueTask InitializeAsync() => Database = await postgres.NewJournalDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected Task<IHost> OpenAsync(ServerKeySource? key, bool turnOn = false) =>
        JournalHost.OpenAsync(Database.DataSource, new JournalServerOptions { RunDaemon = false, WordsKey = key, EncryptWords = turnOn }, Ct);

    protected static T Get<T>(IHost host)
        where T : notnull => host.Services.GetRequiredService<T>();

    protected static async Task<Author> EnterAsync(IHost host, string handle) => (await Get<PeopleRegistry>(host).EnsureAsync(handle, "Europe/Lisbon", Ct)).Person!.As("api");

    protected static async Task FillAsync(IHost host, Author author, int days)
    {
        var (store, practice, start) = (Get<IDocumentStore>(host), Guid.CreateVersion7(), new DateTimeOffset(2022, 1, 3, 8, 0, 0, TimeSpan.Zero));
        await using var session = store.LightweightSession(author.Tenant);
        session.Events.StartStream<Practice>(practice, new PracticeAdopted(practice, $"{Canary} practice", 3, 7, null, null, TargetBound.AtLeast, Silence.Missed, null, start));
        for (var day = 0; day < days; day++)
        {
            if (day % 3 == 0)
                session.Events.Append(practice, new ExecutionFinished(practice, Guid.CreateVersion7(), null, null, null, null, null, null, null, $"{Canary} {day}", start.AddDays(day)));
            var entry = Guid.CreateVersion7();
            session.Events.StartStream<Entry>(entry, new JournalEntryWritten(entry, $"{Canary} in the morning of day {day}", Layer.Thinking, null, start.AddDays(day)));
        }

        await session.SaveChangesAsync(Ct);
    }

    // A table in whose headings are words.
    protected async Task<ImportSummary> ImportAsync(IHost host, Author author, string day, bool isSaid = true)
    {
        var (file, map) = (Path.Combine(folder.FullName, "days.csv"), new Dictionary<string, string>());
        await File.WriteAllTextAsync(file, $"When,Quarrels with {Canary}\n{day},1\n", Ct);
        if (isSaid)
            map = new() { ["When"] = "date", [$"Quarrels with {Canary}"] = "habit" };
        return await Get<Imports>(host).RunAsync(author, new ImportJob(file, null, "csv", map, DryRun: false), null, Ct);
    }

    protected static async Task RecordAsync(IHost host, Author author, string text)
    {
        var result = await Get<Recorder>(host).RecordAsync(author, CommandKinds.Of<WriteEntry>(), new WriteEntry(text, null) { Id = Guid.CreateVersion7() }, null, Ct);
        Assert.Null(result.Refusal);
    }

    protected static async Task<string[]> RecordedAsync(IHost host, Author author) => [.. (await Get<PersonEvents>(host).ReadAsync(author.Tenant, null, Ct)).Select(e => e.Type)];

    protected static async Task<string> ExportAsync(IHost host, Author author)
    {
        using var written = new MemoryStream();
        await Get<JournalExport>(host).WriteAsync((await Get<PeopleRegistry>(host).FindAsync(author.Person, Ct))!, written, Ct);
        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    protected static Task CatchUpAsync(IHost host) => Get<Projections>(host).RunAsync(Ct);

    protected static Task<IReadOnlySet<Guid>> FoundAsync(IHost host, Author author, string words) => Get<WordSearch>(host).FindAsync(author.Tenant, words, Ct);

    // Every report, and every fact where words are of interest.
    protected static async Task<string> FiguresAsync(IHost host, Author author, bool words = true)
    {
        var state = new ReplayedState(author.Person, await Get<PersonEvents>(host).ReadAsync(author.Tenant, null, Ct));
        if (words)
            return JsonSerializer.Serialize(new { state.FactsHash, state.Now.Reports });
        var facts = await Get<FactsReader>(host).ReadAsync(author.Person, null, Ct);
        var request = new ReportRequest { To = new DateOnly(2025, 12, 31) };
        var cycles = Journal.Reports.Cycles.CyclesReport.Of(author.Person, request, facts, Ct);
        return JsonSerializer.Serialize(new
        {
            Weeks = Journal.Reports.Alignment.AlignmentReport.Of(author.Person, request, facts, Ct).Weeks,
            Cycles = cycles.Practices.Select(practice => practice.Cycles),
            Facts = facts.All.Select(fact => new { fact.Id, fact.Kind, fact.Day, fact.Events }),
        });
    }

    protected async Task<string> StoredAsync(Author author) => await AskAsync<string>("select string_agg(data::text, ',' order by seq_id) from journal.mt_events where tenant_id = $1", author);

    protected async Task<T> AskAsync<T>(string sql, Author author)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        command.Parameters.Add(new() { Value = author.Tenant });
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;
}

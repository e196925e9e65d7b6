using Journal.Benchmarks.Measuring;
using Journal.Benchmarks.Reports;
using Journal.Commands;
using Journal.Entries;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Web;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Benchmarks.Store;

/// <summary>Recording entries, and a report from a record that nobody has read yet, with words encrypted against the same without; in one database, in a schema each.</summary>
internal static class SealingWords
{
    private const int Entries = 500;
    private const int Events = 20_000;
    private const string Text = "Held the line through the afternoon, two interruptions, one of them my own.";
    private static readonly DateOnly Last = new(2025, 12, 31);

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        var folder = Directory.CreateTempSubdirectory("journal-bench-words-");
        try
        {
            using var encrypted = await OpenAsync(server, new() { Schema = "encrypted", RunDaemon = false, EncryptWords = true, WordsKey = new(Path.Combine(folder.FullName, "words.key"), null) });
            using var plain = await OpenAsync(server, new() { RunDaemon = false });
            var (ours, theirs) = (await PersonAsync(encrypted), await PersonAsync(plain));
            yield return new("append an entry, words encrypted", 1 / 1.15, () => RecordAsync(encrypted, ours), () => RecordAsync(plain, theirs));

            var (mine, yours) = (await FilledAsync(encrypted), await FilledAsync(plain));
            yield return new("a report on 20,000 events read anew, words encrypted", 1 / 1.25, () => ReportAsync(encrypted, mine), () => ReportAsync(plain, yours));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<IHost> OpenAsync(BenchServer server, JournalServerOptions options) => JournalHost.OpenAsync(server.Db, options, CancellationToken.None);

    private static async Task<Author> PersonAsync(IHost host) => new(await Filling.NewPersonAsync(host.Services.GetRequiredService<IDocumentStore>()), TimeZoneInfo.Utc, "api");

    private static async Task<Guid> FilledAsync(IHost host)
    {
        var author = await PersonAsync(host);
        await Filling.AppendAsync(host.Services.GetRequiredService<IDocumentStore>(), author.Tenant, new SeededLife(1, Last).Of(Events));
        return author.Person;
    }

    private static async Task<int> RecordAsync(IHost host, Author author)
    {
        var (recorder, kind) = (host.Services.GetRequiredService<Recorder>(), CommandKinds.Of<WriteEntry>());
        for (var n = 0; n < Entries; n++)
        {
            var result = await recorder.RecordAsync(author, kind, new WriteEntry(Text, Layer.Execution) { Id = Guid.CreateVersion7() }, null, CancellationToken.None);
            if (result.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Code);
        }

        return Entries;
    }

    private static async Task<int> ReportAsync(IHost host, Guid person)
    {
        var facts = await new FactsReader(host.Services.GetRequiredService<PersonEvents>()).ReadAsync(person, null, CancellationToken.None);
        return AlignmentReport.Of(person, new ReportRequest { To = Last }, facts, CancellationToken.None).Weeks.Count > 0 ? Events : throw new InvalidOperationException("Nothing.");
    }
}

using System.Buffers;
using System.Text.Json;
using JasperFx.Events;
using Journal.Benchmarks.Measuring;
using Journal.Practices;
using Journal.Recording;
using Journal.Web;
using Journal.Web.Interchange.JournalFiles;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Benchmarks.Store;

/// <summary>A journal file of 100,000 outcomes, read, checked and stored, against Marten's bulk insert of the same events that are in memory already.</summary>
internal static class Importing
{
    private const int Practices = 20;
    private const int Outcomes = 5_000;
    private const int All = Practices * (Outcomes + 1);
    private static readonly DateTimeOffset Start = new(2010, 1, 4, 7, 0, 0, TimeSpan.Zero);

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        var (import, store) = (host.Services.GetRequiredService<NdjsonImport>(), host.Services.GetRequiredService<IDocumentStore>());
        var file = Path.GetTempFileName();
        try
        {
            yield return new("import of 100,000 outcomes", .60, async () =>
            {
                await WriteAsync(file);
                var summary = await import.RunAsync(await Filling.NewPersonAsync(store), file, dryRun: false, null, CancellationToken.None);
                return summary.Created == All ? All : throw new InvalidOperationException("Not all.");
            }, async () =>
            {
                await WriteAsync(file);
                var tenant = Author.TenantOf(await Filling.NewPersonAsync(store));
                await using var session = store.LightweightSession(tenant);
                var streams = Enumerable.Range(0, Practices).Select(_ => Stream(session, Guid.NewGuid())).ToList();
                await store.BulkInsertEventsAsync(tenant, streams, 1_000, CancellationToken.None);
                return All;
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<IJournalEvent> Events(Guid practice) =>
        Enumerable.Range(0, Outcomes).Select(n => (IJournalEvent)new ExecutionFinished(practice, Guid.CreateVersion7(), 1, null, null, null, 4, 45, false, "As planned.", Start.AddDays(n)))
            .Prepend(new PracticeAdopted(practice, "Write", 7, 7, null, null, TargetBound.AtLeast, Silence.Unknown, null, Start));

    private static StreamAction Stream(IDocumentSession session, Guid practice) => StreamAction.Start(practice, [.. Events(practice).Select(e => session.Events.BuildEvent(e))]);

    private static async Task WriteAsync(string path)
    {
        var output = new ArrayBufferWriter<byte>();
        JournalFileWriter.WriteHeader(output, new("bench", "Etc/UTC"));
        foreach (var e in Enumerable.Range(0, Practices).SelectMany(_ => Events(Guid.CreateVersion7())))
            JournalFileWriter.WriteEvent(output, new(Guid.CreateVersion7(), e.OccurredAt, "api", "Etc/UTC", null, null, new Dictionary<string, JsonElement>(), e));
        await File.WriteAllBytesAsync(path, output.WrittenMemory);
    }
}

using Journal.Benchmarks.Measuring;
using Journal.Commands;
using Journal.Entries;
using Journal.Recording;
using Journal.Web;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Benchmarks.Store;

/// <summary>One entry after another through the bus and the decider, against bare Marten that fetches for writing and appends the same event.</summary>
internal static class Appending
{
    private const int Entries = 500;
    private const string Text = "Held the line through the afternoon, two interruptions, one of them my own.";

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        var (recorder, store) = (host.Services.GetRequiredService<Recorder>(), host.Services.GetRequiredService<IDocumentStore>());
        var (kind, author) = (CommandKinds.Of<WriteEntry>(), new Author(await Filling.NewPersonAsync(store), TimeZoneInfo.Utc, "api"));
        yield return new("append an entry, one writer", .90, () => RecordAsync(null), () => BareAsync(store));
        yield return new("append an entry with a key, one writer", .60, () => RecordAsync(key => new($"key {key}")), () => BareAsync(store));

        async Task<int> RecordAsync(Func<Guid, Conditions>? on)
        {
            for (var n = 0; n < Entries; n++)
            {
                var id = Guid.CreateVersion7();
                var result = await recorder.RecordAsync(author, kind, new WriteEntry(Text, Layer.Execution) { Id = id }, on?.Invoke(id), CancellationToken.None);
                if (result.Refusal is { } refusal)
                    throw new InvalidOperationException(refusal.Code);
            }

            return Entries;
        }
    }

    private static async Task<int> BareAsync(IDocumentStore store)
    {
        var tenant = Author.TenantOf(await Filling.NewPersonAsync(store));
        for (var n = 0; n < Entries; n++)
        {
            await using var session = store.LightweightSession(tenant);
            var id = Guid.CreateVersion7();
            var stream = await session.Events.FetchForWriting<Entry>(id);
            stream.AppendOne(new JournalEntryWritten(id, Text, Layer.Execution, null, TimeProvider.System.GetUtcNow()));
            await session.SaveChangesAsync();
        }

        return Entries;
    }
}

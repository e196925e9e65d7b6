using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Benchmarks.Measuring;
using Journal.Benchmarks.Reports;
using Journal.Facts;
using Journal.Recording;
using Journal.Web;
using Journal.Web.Operations;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.Store;

/// <summary>All projections made anew from 200,000 events of 200 people, against one scan, the same fold of the facts, and a COPY of them.</summary>
internal static class Rebuilding
{
    private const int People = 200;
    private const int Each = 1_000;
    private const int All = People * Each;
    private static readonly Dictionary<string, JsonTypeInfo> Types = EventTypes.All.ToDictionary(EventTypes.NameOf, EventTypes.Json.GetTypeInfo);
    private static readonly DateOnly Last = new(2026, 10, 25);

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        var store = host.Services.GetRequiredService<IDocumentStore>();
        foreach (var seed in Enumerable.Range(1, People))
            await Filling.AppendAsync(store, Author.TenantOf(await Filling.NewPersonAsync(store)), new SeededLife(seed, Last).Of(Each));
        var projections = host.Services.GetRequiredService<Projections>();
        await projections.CatchUpAsync(CancellationToken.None);
        await server.ExecuteAsync("vacuum analyze");
        await server.ExecuteAsync("create table rebuilt (tenant_id varchar not null, id uuid not null, data jsonb not null, primary key (tenant_id, id))");
        yield return new("rebuild of all projections, 200,000 events of 200 people", .12, async () =>
        {
            await projections.RebuildAsync(null, CancellationToken.None);
            return All;
        }, () => ByHandAsync(server));
        Console.WriteLine(FormattableString.Invariant($"rebuild: peak of this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB (target 400, the raw side included)"));
    }

    private static object Read(string type, ReadOnlySpan<byte> data) => JsonSerializer.Deserialize(data, Types[type])!;

    private static async Task<int> ByHandAsync(BenchServer server)
    {
        await server.ExecuteAsync("truncate rebuilt");
        await using var reading = await server.Db.OpenConnectionAsync();
        await using var scan = new NpgsqlCommand("select tenant_id, id, type, data from journal.mt_events order by seq_id", reading);
        await using var row = await scan.ExecuteReaderAsync();
        var (facts, count) = (new Dictionary<(string, Guid), Fact>(), 0);
        while (await row.ReadAsync())
        {
            var (tenant, id) = (row.GetString(0), row.GetGuid(1));
            var data = Read(row.GetString(2), row.GetFieldValue<ReadOnlyMemory<byte>>(3).Span);
            count++;
            if (FactFold.Place(data)?.Key() is not { } key)
                continue;
            if (FactFold.Apply(facts.GetValueOrDefault((tenant, key)), data, id, () => null) is { } fact)
                facts[(tenant, key)] = fact;
            else
                facts.Remove((tenant, key));
        }

        await using var writing = await server.Db.OpenConnectionAsync();
        await using var copy = await writing.BeginBinaryImportAsync("copy rebuilt (tenant_id, id, data) from stdin (format binary)");
        foreach (var ((tenant, id), fact) in facts)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(tenant, NpgsqlDbType.Varchar);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(JsonSerializer.Serialize(fact, fact.GetType()), NpgsqlDbType.Jsonb);
        }

        await copy.CompleteAsync();
        return count == All ? All : throw new InvalidOperationException("Not all.");
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Journal.Benchmarks.Measuring;
using Journal.Web;
using Journal.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.Store;

/// <summary>An entry by HTTP through everything the journal does, against a minimal endpoint that looks the token up and writes the same rows by hand, in a server of the same kind.</summary>
internal static class Posting
{
    private const int Entries = 400;
    private const string Body = """{"text":"Held the line through the afternoon, two interruptions, one of them my own.","layer":"execution"}""";

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        await JournalHost.PrepareAsync(server.Db, CancellationToken.None);
        await using var journal = Built(services => services.AddJournal(server.Db).AddJournalHttp(), app => app.MapJournal());
        await journal.StartAsync();
        var (person, _) = await journal.Services.GetRequiredService<PeopleRegistry>().EnsureAsync("bench", "Europe/Lisbon", CancellationToken.None);
        var (token, _) = await journal.Services.GetRequiredService<TokenRegistry>().IssueAsync(person!.Id, Scope.Write, "benchmark", null, AuditSource.Terminal, CancellationToken.None);
        await using var byHand = Built(_ => { }, app => app.MapPost("/api/v1/entries", (HttpContext context) => WriteAsync(context, server.Db, token!.Credential.Prefix)));
        await byHand.StartAsync();
        using var ours = Client(journal, token!.Secret);
        using var theirs = Client(byHand, token.Secret);
        foreach (var writers in new[] { 1, 8 })
            yield return new($"POST /entries, {(writers == 1 ? "one writer" : $"{writers} writers")}", .60, () => PostAsync(ours, writers), () => PostAsync(theirs, writers));
    }

    private static WebApplication Built(Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        add(builder.Services);
        var app = builder.Build();
        map(app);
        return app;
    }

    private static HttpClient Client(WebApplication app, string token)
    {
        var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task<int> PostAsync(HttpClient http, int writers)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            for (var n = 0; n < Entries / writers; n++)
            {
                using var body = new StringContent(Body, Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync("entries", body);
                answer.EnsureSuccessStatusCode();
            }
        }));
        return Entries;
    }

    private static async Task WriteAsync(HttpContext context, NpgsqlDataSource db, string prefix)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        await using var connection = await db.OpenConnectionAsync();
        await using var who = new NpgsqlCommand(
            "select c.data, p.id, p.data from journal.mt_doc_credential c join journal.mt_doc_person p on p.id = (c.data ->> 'Person')::uuid where c.data ->> 'Prefix' = $1", connection)
        {
            Parameters = { new() { Value = prefix } },
        };
        Guid person;
        await using (var row = await who.ExecuteReaderAsync())
            person = await row.ReadAsync() ? row.GetGuid(1) : throw new InvalidOperationException("Nobody.");

        var (id, tenant, now) = (Guid.CreateVersion7(), $"{person}", TimeProvider.System.GetUtcNow());
        var data = JsonSerializer.Serialize(new { EntryId = id, Text = body.RootElement.GetProperty("text").GetString(), Layer = "Execution", AimId = (Guid?)null, OccurredAt = now });
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var held = new NpgsqlCommand("select version from journal.mt_streams where tenant_id = $1 and id = $2 for update", connection, transaction) { Parameters = { new() { Value = tenant }, new() { Value = id } } })
            await held.ExecuteScalarAsync();
        await using var write = new NpgsqlCommand("""
            with stream as (insert into journal.mt_streams (tenant_id, id, type, version, timestamp, created, is_archived) values ($1, $2, 'entry', 1, now(), now(), false))
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            values (nextval('journal.mt_events_sequence'), $3, $2, 1, $4, 'journal_entry_written', now(), $1, 'journal_entry_written', $5, false) returning seq_id
            """, connection, transaction)
        {
            Parameters =
            {
                new() { Value = tenant }, new() { Value = id }, new() { Value = Guid.CreateVersion7() },
                new() { Value = data, NpgsqlDbType = NpgsqlDbType.Jsonb }, new() { Value = """{"source":"api","zone":"Europe/Lisbon"}""", NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        var position = (long)(await write.ExecuteScalarAsync())!;
        await transaction.CommitAsync();
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id, version = 1, position });
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Journal.Web.Access;
using Journal.Web.Telemetry;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Journal.Web.Tests.Operations;

public sealed class WhatOperatorsSee(TestPostgres postgres)
{
    private const string Words = "vermilion";

    [Fact]
    public async Task Tells_how_the_server_does_and_nothing_of_anybody()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        var (port, seen) = (FreePort(), new Collected());
        var builder = WebApplication.CreateSlimBuilder();
        var lines = new CollectedLines();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddOpenTelemetry(logs => logs.AddJournalLogs().AddProcessor(lines));
        builder.WebHost.UseUrls("http://127.0.0.1:0", $"http://127.0.0.1:{port}");
        builder.Services.AddJournal(database.DataSource).AddJournalHttp().AddJournalTelemetry(isFetched: true, isSent: false);
        builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddJournalTraces().AddProcessor(seen));
        await using var app = builder.Build();
        app.MapMetrics(port).MapJournal();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First(url => new Uri(url).Port != port)) };
        var (person, _) = await app.Services.GetRequiredService<PeopleRegistry>().EnsureAsync("magenta", "Europe/Lisbon", CancellationToken.None);
        var (token, _) = await app.Services.GetRequiredService<TokenRegistry>().IssueAsync(person!.Id, Scope.Write, "t", null, AuditSource.Terminal, CancellationToken.None);
        var me = new JournalClient(http, person, token!.Secret);
        app.Logger.LogWarning("Of {Person} and {Text}: {Reason}", person.Id, person.Id.ToString("D"), "shown");

        var entry = (await me.PostAsync("entries", $$"""{"text":"{{Words}}"}""")).Succeeds().GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync($"entries/{entry}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync("reports/cycles")).Status);
        await me.GetAsync($"history?text={Words}");
        await me.PostAsync("entries", $$"""{"text":1,"{{Words}}":2}""");

        using var operators = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var metrics = await operators.GetStringAsync("/metrics");
        Assert.Contains("journal_report_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("http_route=\"/api/v1/entries/{id:guid}\"", metrics, StringComparison.Ordinal);
        Assert.Contains("wolverine", metrics, StringComparison.Ordinal);
        Assert.Contains(seen.Traces, trace => trace.Contains("/api/v1/entries", StringComparison.Ordinal));
        Assert.Contains(seen.Traces, trace => trace.Contains("mt_events", StringComparison.Ordinal));
        Assert.Contains(lines.Lines, line => line.Contains("shown", StringComparison.Ordinal));
        foreach (var secret in new[] { Words, "magenta", person.Id.ToString("D"), entry.ToString("D"), token.Secret })
        {
            Assert.DoesNotContain(secret, metrics, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(seen.Traces, trace => trace.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(lines.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        // One port for metrics and nothing else, the other for everything else.
        Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync(new Uri("/api/v1/me", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("journal_report", (await me.GetAsync("/metrics")).Text, StringComparison.Ordinal);
    }

    private sealed class CollectedLines : BaseProcessor<LogRecord>
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IEnumerable<string> Lines => lines;

        public override void OnEnd(LogRecord data) => lines.Enqueue($"{data.Body} {data.FormattedMessage} {string.Join(' ', data.Attributes?.Select(one => $"{one.Key}={one.Value}") ?? [])} {data.Exception?.Message}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Collected : BaseProcessor<Activity>
    {
        private readonly List<string> traces = [];

        public IReadOnlyList<string> Traces
        {
            get
            {
                lock (traces)
                    return [.. traces];
            }
        }

        public override void OnEnd(Activity data)
        {
            var events = data.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
            lock (traces)
                traces.Add($"{data.DisplayName} {string.Join(' ', data.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {data.StatusDescription} {string.Join(' ', events)}");
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Journal.Commands;

namespace Journal.Web.Tests.Http;

/// <summary>Requests of every sort with something wrong in them, drawn from a seed: none of them may be this server's fault, and none may be told what another wrote.</summary>
public sealed class AnythingAtAll(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Secret = "cardamom-and-rye";

    private static readonly string[] Texts =
    [
        "", " ", "t", "\0", "\u001b[2J", "\ud800", "\\ud800", "\\u0000", "日本", new('x', 30_000), "null", "'; drop table x; --", "{0}", "%s%n", "../../etc/passwd", "<script>", "1e400", "NaN",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "-1e400", "1E-999", "99999999999999999999", "0.5", "[]", "{}", "[null]", "[[[[[[[[[[[]]]]]]]]]]]", "\"\"", "\"\\ud800\"", "\"0001-01-01\"", "\"9999-12-31\"",
        "\"2026-02-30\"", "\"2026-01-05T25:00\"", "\"00000000-0000-0000-0000-000000000000\"", "\"2026-01-05T07:30:00.123456789123Z\"", "NaN", "\"a\\u0000b\"", "1.0", "01", "+1",
    ];

    private static readonly string[] Paths =
    [
        "history", "entries", "practices", "subjects/aims", "subjects/nothing", "reports/cycles", "reports/alignment", "reports/nothing", "compare/cycles", "whatif/cycles", "sensitivity/cycles",
        "explain/alignment/limitingLayer", "explain/cycles/nothing", "rules", "commands", "me", "tokens", "nothing", "today", "audit", "history/changes", "imports", "exports", "formats",
    ];

    private static readonly string[] Parameters =
        ["from", "to", "asOf", "knownAt", "aim", "rules", "rule", "low", "high", "on", "subject", "cursor", "limit", "kind", "order", "excludeEvent", "excludeIntervention", "a.asOf", "b.rules", "state", "atomic", "%00", "x", "day", "before", "after", "wait", "format", "as", "dryRun", "map"];

    [Theory]
    [InlineData(1, 1250)]
    [InlineData(2, 1250)]
    [InlineData(3, 1250)]
    [InlineData(4, 1250)]
    public Task Is_never_the_servers_fault(int seed, int requests) => SendAsync(seed, requests);

    [LongFact]
    public Task Is_never_the_servers_fault_fifty_thousand_times() => Parallel.ForEachAsync(Enumerable.Range(100, 10), TestContext.Current.CancellationToken, async (seed, _) => await SendAsync(seed, 5000));

    private async Task SendAsync(int seed, int requests)
    {
        var random = new Random(seed);
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await other.NewAsync("entries", $$"""{"text":"{{Secret}}"}""");
        var (practice, belief) = (await me.NewPracticeAsync(), await me.NewBeliefAsync());
        for (var i = 0; i < requests; i++)
        {
            using var request = random.Next(3) == 0 ? Asking(random) : Recording(random, practice, belief);
            request.Headers.Authorization = random.Next(20) == 0 ? null : new AuthenticationHeaderValue("Bearer", me.Token);
            var what = $"seed {seed}, request {i}: {request.Method} {request.RequestUri}";
            using var answer = await journal.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{what}: {(int)answer.StatusCode} {text}\n{string.Join('\n', journal.Log.Lines.Where(line => line.Contains("failed.", StringComparison.Ordinal)).TakeLast(1))}");
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), what);
            if (answer.StatusCode >= HttpStatusCode.BadRequest)
                Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what}: {(int)answer.StatusCode} {text}");
        }
    }

    private static HttpRequestMessage Asking(Random random)
    {
        var query = Enumerable.Range(0, random.Next(4)).Select(_ => $"{Pick(random, Parameters)}={Escape(random.Next(2) == 0 ? Pick(random, Texts) : Pick(random, Values).Trim('"'))}");
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{Pick(random, Paths)}?{string.Join('&', query)}", UriKind.Relative));
        if (random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation(Pick(random, ["If-None-Match", "Accept", "Accept-Encoding", "Last-Event-ID"]), Printable(Pick(random, Texts)));
        return request;
    }

    private static HttpRequestMessage Recording(Random random, Guid practice, Guid belief)
    {
        var kind = CommandKinds.All[random.Next(CommandKinds.All.Count)];
        var members = kind.Members.Select(member => member.Name).Append("id").Append("occurredAt").Where(_ => random.Next(3) > 0).ToList();
        var written = members.Select(name => $"\"{(random.Next(40) == 0 ? "\\ud800" : name)}\":{(random.Next(3) == 0 ? Quoted(Pick(random, Texts)) : Pick(random, Values))}");
        var id = random.Next(3) switch { 0 => practice, 1 => belief, _ => Guid.NewGuid() };
        var own = random.Next(2) == 0 && kind.IsDaily;
        var body = $"{{{string.Join(',', own ? written : written.Prepend($"\"command\":\"{kind.Name}\""))}}}";
        if (!own && random.Next(4) == 0)
            body = $"[{body},{body}]";
        var path = own ? kind.Address.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{outcomeId}", Guid.NewGuid().ToString(), StringComparison.Ordinal) : random.Next(3) == 0 ? "commands?atomic=true" : "commands";
        if (!own && random.Next(20) == 0)
            path = Pick(random, ["imports", "imports?dryRun=true", "imports?as=csv", "imports?as=dayone", "imports?as=jrnl&map=x=y"]);
        var bytes = Encoding.UTF8.GetBytes(body);
        if (random.Next(10) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(10) == 0)
            bytes = bytes[..random.Next(bytes.Length)];
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", Pick(random, ["application/json", "application/json", "application/json", "application/json; charset=utf-16", "text/plain", "multipart/form-data; boundary=x", ""]));
        var request = new HttpRequestMessage(new(own ? kind.Method : "POST"), new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = content };
        if (random.Next(5) == 0)
            request.Headers.TryAddWithoutValidation(Pick(random, ["Idempotency-Key", "If-Match"]), Printable(Pick(random, Texts)));
        return request;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // Half of a pair and an invalid sequence cannot be written by the framework's own escaping.
    private static string Escape(string text) => text.Contains('\ud800') ? "%ED%A0%80%FF" : Uri.EscapeDataString(text[..Math.Min(text.Length, 500)]);

    private static string Printable(string text) => string.Concat(text.Take(300).Where(c => c is >= ' ' and <= '~')) is { Length: > 0 } shown ? shown : string.Create(CultureInfo.InvariantCulture, $"\"{text.Length}\"");
}

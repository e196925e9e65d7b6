using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journal.Web.Tests.Http;

public sealed partial class TheDescription(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Names_every_operation_its_ids_and_its_problems()
    {
        foreach (var (path, operation) in await OperationsAsync())
        {
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("operationId").GetString()), path);
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()), path);
            var parameters = operation.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().ToList() : [];
            var inPath = parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()!);
            Assert.Equal(Parameter().Matches(path).Select(match => match.Groups[1].Value).Order(), inPath.Order());
            Assert.Equal("#/components/responses/Problem401", operation.GetProperty("responses").GetProperty("401").GetProperty("$ref").GetString());
        }
    }

    [Fact]
    public async Task Says_once_what_a_problem_is()
    {
        var shared = (await DescriptionAsync()).GetProperty("components").GetProperty("responses").EnumerateObject().ToList();
        Assert.Equal(["400", "401", "403", "404", "409", "412", "413", "422"], shared.Select(one => one.Name["Problem".Length..]).Order(StringComparer.Ordinal));
        Assert.All(shared, one => Assert.Equal("#/components/schemas/Problem", one.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
    }

    [Fact]
    public async Task Is_small_and_sent_once()
    {
        var nobody = (await journal.NewPersonAsync()).With(null);
        var first = await nobody.GetAsync("/openapi/v1.json");
        Assert.InRange(first.Text.Length, 10_000, 200_000);
        // Some 55 that people use daily, and those about imports that run by themselves, erasing, notices, reminders, ways out, webhooks, feeds and sharing.
        Assert.InRange((await OperationsAsync()).Count(), 40, 110);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await nobody.GetAsync("/openapi/v1.json", ("If-None-Match", first.Headers["ETag"]))).Status);
    }

    [Fact]
    public async Task Shows_an_example_of_every_body_that_is_taken_as_it_stands()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        var (belief, entry) = (await me.NewBeliefAsync(), await me.NewAsync("entries", """{"text":"t"}"""));
        var (decision, intervention) = (await me.NewAsync("decisions", """{"question":"q"}"""), await me.NewAsync("interventions", """{"title":"t","layers":["belief"]}"""));
        var giver = await journal.NewPersonAsync();
        await giver.NewAsync("grants", $$"""{"coach":"{{me.Person.Handle}}","layers":["execution"],"comments":true}""");
        var shown = 0;
        foreach (var path in (await DescriptionAsync()).GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var operation in path.Value.EnumerateObject().Where(operation => operation.Value.TryGetProperty("requestBody", out _)))
            {
                if (!operation.Value.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out var json) || !json.TryGetProperty("example", out var example))
                    continue;
                var id = path.Name.Split('/')[3] switch { "practices" => practice, "beliefs" => belief, "decisions" => decision, "interventions" => intervention, _ => entry };
                var part = Guid.NewGuid();
                await me.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"done","outcomeId":"{{part}}"}""");
                var address = path.Name.Replace("{detector}", "changes", StringComparison.Ordinal).Replace("{id}", $"{id}", StringComparison.Ordinal).Replace("{outcomeId}", $"{part}", StringComparison.Ordinal).Replace("{person}", $"{giver.Person.Id}", StringComparison.Ordinal);
                (await me.SendAsync(new(operation.Name.ToUpperInvariant()), address, example.ToString())).Succeeds();
                shown++;
            }
        }

        Assert.Equal(18, shown);
    }

    [Fact]
    public async Task Has_a_page_for_people_that_runs_nothing_from_elsewhere()
    {
        var page = await (await journal.NewPersonAsync()).With(null).GetAsync("/api/docs/");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        var policy = page.Headers["Content-Security-Policy"];
        var nonce = System.Text.RegularExpressions.Regex.Match(policy, "'nonce-([0-9a-f]{32})'").Groups[1].Value;
        Assert.Contains($"nonce=\"{nonce}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_command_as_its_body_is_taken()
    {
        var schemas = (await DescriptionAsync()).GetProperty("components").GetProperty("schemas");
        var link = schemas.GetProperty("LinkEvidence");
        Assert.Equal(["direction"], link.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.False(link.GetProperty("properties").TryGetProperty("id", out _));
        Assert.True(link.GetProperty("properties").TryGetProperty("evidenceId", out _));
        Assert.Equal(["supports", "contradicts"], schemas.GetProperty("EvidenceDirection").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("number", schemas.GetProperty("RateBelief").GetProperty("properties").GetProperty("strength").GetProperty("type").GetString());
    }

    private async Task<JsonElement> DescriptionAsync() => (await (await journal.NewPersonAsync()).With(null).GetAsync("/openapi/v1.json")).Succeeds();

    private async Task<IEnumerable<(string Path, JsonElement Operation)>> OperationsAsync() =>
        (await DescriptionAsync()).GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)));

    [GeneratedRegex("{([A-Za-z]+)}")]
    private static partial Regex Parameter();
}

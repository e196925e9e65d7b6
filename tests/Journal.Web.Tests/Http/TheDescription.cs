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
            Assert.Equal("#/components/schemas/Problem", operation.GetProperty("responses").GetProperty("401").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
        }
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

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Journal.Web.Tests.Takeover;

/// <summary>The comparison that the takeover rests on, tried on the record and on copies of it in which one thing was changed.</summary>
public sealed partial class ComparingRecordedAnswers
{
    private static readonly string[] Unsaid = ["codeVersion", "rules", "rulesVersion", "position"];

    [Fact]
    public void The_record_does_not_differ_from_itself()
    {
        Assert.All(RecordedAnswer.All, recorded => Assert.Empty(recorded.Against(JsonDocument.Parse(recorded.Answer.GetRawText()).RootElement)));
    }

    [Fact]
    public void Every_kind_of_value_is_missed_when_it_is_another()
    {
        var tried = 0;
        foreach (var (recorded, path) in KindsOf(node => node is JsonValue or null))
        {
            var changed = Changed(recorded, path, Another);
            Assert.True(recorded.Against(changed).Count > 0, $"{recorded.Question}: {path} was changed and nobody noticed");
            tried++;
        }

        Assert.InRange(tried, 500, int.MaxValue);
    }

    [Fact]
    public void Every_kind_of_list_is_missed_when_an_item_is_gone_or_comes_twice()
    {
        foreach (var (recorded, path) in KindsOf(node => node is JsonArray { Count: > 0 }))
        {
            var shorter = Changed(recorded, path, node => { node!.AsArray().RemoveAt(0); return node; });
            var longer = Changed(recorded, path, node => { node!.AsArray().Add(node[0]?.DeepClone()); return node; });
            Assert.True(recorded.Against(shorter).Count > 0, $"{recorded.Question}: an item of {path} was taken out and nobody noticed");
            Assert.True(recorded.Against(longer).Count > 0, $"{recorded.Question}: an item of {path} was doubled and nobody noticed");
        }
    }

    [Fact]
    public void Every_kind_of_list_is_missed_when_its_order_is_another()
    {
        foreach (var (recorded, path) in KindsOf(node => node is JsonArray list && !JsonNode.DeepEquals(list, Turned(list))))
        {
            var turned = Changed(recorded, path, node => Turned(node!.AsArray()));
            Assert.True(recorded.Against(turned).Count > 0, $"{recorded.Question}: {path} was turned round and nobody noticed");
        }
    }

    [Fact]
    public void A_figure_is_found_by_its_name_wherever_it_stands()
    {
        var before = Parse("""{"figures":[{"name":"a","subject":null,"from":"2026-01-05","value":1},{"name":"b","subject":null,"from":"2026-01-05","value":2}]}""");
        var now = Parse("""{"figures":[{"name":"b","subject":null,"from":"2026-01-05","value":2},{"name":"a","subject":null,"from":"2026-01-05","value":1.5}]}""");

        Assert.Equal(
            ["reports/cost: figures[a 2026-01-05].value was 1, is 1.5", "reports/cost: figures is in another order"], RecordedAnswers.Differences("reports/cost", before, now));
    }

    [Fact]
    public void A_number_may_be_written_in_another_way()
    {
        Assert.Empty(RecordedAnswers.Differences("reports/cost", Parse("""{"value":1}"""), Parse("""{"value":1.0}""")));
        Assert.NotEmpty(RecordedAnswers.Differences("reports/cost", Parse("""{"value":1}"""), Parse("""{"value":"1"}""")));
    }

    [Fact]
    public void Code_rules_and_positions_may_differ_and_more_may_be_said()
    {
        var before = Parse("""{"origin":{"asOf":"2026","position":7,"codeVersion":"0.1","rules":{"drop":0.3},"rulesVersion":"1"}}""");
        var now = Parse("""{"origin":{"asOf":"2026","position":8,"codeVersion":"0.2","rules":{"drop":0.3,"new":1},"rulesVersion":"2","more":true}}""");

        Assert.Empty(RecordedAnswers.Differences("reports/cost", before, now));
    }

    // One example of each: the same member of the same question, whatever items it is in. Long answers say nothing that the shorter ones of their kind do not.
    private static IEnumerable<(RecordedAnswer Recorded, string Path)> KindsOf(Func<JsonNode?, bool> wanted)
    {
        var seen = new HashSet<string>();
        foreach (var recorded in RecordedAnswer.All.OrderBy(recorded => recorded.Answer.GetRawText().Length))
        {
            foreach (var (path, node) in Walk("$", JsonNode.Parse(recorded.Answer.GetRawText())))
            {
                if (wanted(node) && !Unsaid.Any(word => path.Split('.', '[').Contains(word)) && seen.Add(recorded.Question.Split('?')[0] + Index().Replace(path, "[]")))
                    yield return (recorded, path);
            }
        }
    }

    private static IEnumerable<(string Path, JsonNode? Node)> Walk(string path, JsonNode? node) =>
        ((IEnumerable<(string, JsonNode?)>)[(path, node)]).Concat(node switch
        {
            JsonObject members => members.SelectMany(member => Walk($"{path}.{member.Key}", member.Value)),
            JsonArray items => items.SelectMany((item, index) => Walk($"{path}[{index}]", item)),
            _ => [],
        });

    private static JsonElement Changed(RecordedAnswer recorded, string path, Func<JsonNode?, JsonNode?> change)
    {
        var root = JsonNode.Parse(recorded.Answer.GetRawText())!;
        var steps = Step().Matches(path).Select(step => step.Value).ToList();
        var holder = steps.SkipLast(1).Aggregate(root, (node, step) => (step[0] == '[' ? node[int.Parse(step[1..^1])] : node[step[1..]])!);
        if (steps[^1][0] == '[')
        {
            var index = int.Parse(steps[^1][1..^1]);
            holder[index] = change(holder[index]);
        }
        else
        {
            holder[steps[^1][1..]] = change(holder[steps[^1][1..]]);
        }

        return Parse(root.ToJsonString());
    }

    private static JsonArray Turned(JsonArray list) => [.. list.Reverse().Select(item => item?.DeepClone())];

    private static JsonNode? Another(JsonNode? value) => value?.GetValueKind() switch
    {
        null => 1,
        JsonValueKind.Number => value.GetValue<double>() + 0.0001,
        JsonValueKind.String => value.GetValue<string>() + "x",
        JsonValueKind.True => false,
        _ => true,
    };

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\.[^.\[]+|\[\d+\]")]
    private static partial Regex Step();
}

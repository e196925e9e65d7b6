using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Erasing;

namespace Journal.Tests.Events;

public sealed class ErasingTheWordsOfAnEvent
{
    private static readonly DateTimeOffset Later = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Types => [.. EventSamples.All.Select((e, place) => $"{place} {e.GetType().Name}")];

    [Theory]
    [MemberData(nameof(Types))]
    public void Leaves_a_valid_event_that_differs_in_nothing_but_its_words(string sample)
    {
        var before = EventSamples.All[int.Parse(sample.Split(' ')[0], CultureInfo.InvariantCulture)];
        var after = Redaction.Of(before);
        Assert.IsType(before.GetType(), after);
        Assert.Null(((IJournalEvent)after).Check(Later));
        var (was, isNow) = (Body(before), Body(after));
        var personal = before.GetType().GetProperties().Where(member => member.IsDefined(typeof(PersonalAttribute))).Select(member => member.Name).ToHashSet();
        foreach (var (name, value) in was)
        {
            if (name == "Ratings" && value is JsonArray ratings)
                Assert.All(ratings.Zip(isNow[name]!.AsArray()), one => Assert.Equal(
                    (one.First!["Value"]!.GetValue<double>(), true), (one.Second!["Value"]!.GetValue<double>(), one.Second["Name"]!.GetValue<string>().StartsWith("[erased ", StringComparison.Ordinal))));
            else if (!personal.Contains(name) || value is null)
                Assert.True(JsonNode.DeepEquals(value, isNow[name]), name);
            else if (value is JsonArray several)
                Assert.Equal(several.Select((_, place) => $"[erased {place + 1}]"), isNow[name]!.AsArray().Select(one => one!.GetValue<string>()));
            else
                Assert.Equal("[erased]", isNow[name]!.GetValue<string>());
        }
    }

    [Fact]
    public void Is_known_for_every_text_but_few()
    {
        var texts = EventTypes.All.SelectMany(type => type.GetProperties(), (type, member) => (type, member))
            .Where(one => one.member.PropertyType == typeof(string) && !one.member.IsDefined(typeof(PersonalAttribute))).Select(one => $"{one.type.Name}.{one.member.Name}");
        Assert.Empty(texts);
    }

    private static JsonObject Body(object e) => JsonSerializer.SerializeToNode(e, e.GetType(), EventTypes.Json)!.AsObject();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Journal.EventStore;

namespace Journal.Tests.EventStore;

public sealed record WeighedV1(int Grams);

public sealed record WeighedV2(double Kilograms);

public sealed record Weighed(double Kilograms, string Scale);

[JsonSerializable(typeof(WeighedV1))]
[JsonSerializable(typeof(WeighedV2))]
[JsonSerializable(typeof(Weighed))]
public sealed partial class WeighedJson : JsonSerializerContext;

public sealed class LiftingOldShapes
{
    private static readonly EventCatalog Catalog = EventCatalog.Create()
        .Add(WeighedJson.Default.Weighed)
        .Upcast("weighed_v1", WeighedJson.Default.WeighedV1, (WeighedV1 old) => new WeighedV2(old.Grams / 1000.0))
        .Upcast("weighed_v2", WeighedJson.Default.WeighedV2, (WeighedV2 old) => new Weighed(old.Kilograms, "unknown"))
        .Upcast("weighed_in_pounds", "weighed_v2", body => new JsonObject { ["Kilograms"] = (double)body["Pounds"]! * 0.45359237 })
        .Build();

    [Theory]
    [InlineData("weighed", 1.5, "kitchen")]
    [InlineData("weighed_v2", 2.25, "unknown")]
    [InlineData("weighed_v1", 0.75, "unknown")]
    [InlineData("weighed_in_pounds", 0.45359237, "unknown")]
    public void Each_golden_body_comes_out_in_the_newest_shape(string name, double kilograms, string scale)
    {
        var golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "EventStore", "Golden", name + ".json"));
        Assert.Equal(new Weighed(kilograms, scale), Catalog.Decode(name, golden));
    }

    [Fact]
    public void New_events_are_stored_in_the_newest_shape_only()
    {
        Assert.Equal("weighed", Catalog.NameOf(typeof(Weighed)));
        Assert.Equal(["weighed"], Catalog.Names);
        Assert.Throws<UnknownEventException>(() => Catalog.Encode(new WeighedV1(1)));
    }

    [Fact]
    public void A_shape_that_leads_nowhere_is_refused() => Assert.Throws<InvalidOperationException>(() =>
        EventCatalog.Create().Upcast("old", WeighedJson.Default.WeighedV1, (WeighedV1 old) => new WeighedV2(old.Grams)).Build());

    [Fact]
    public void Shapes_that_lead_round_in_a_ring_are_refused() => Assert.Throws<InvalidOperationException>(() => EventCatalog.Create()
        .Upcast("one", WeighedJson.Default.WeighedV1, (WeighedV1 old) => new WeighedV2(old.Grams))
        .Upcast("two", WeighedJson.Default.WeighedV2, (WeighedV2 old) => new WeighedV1((int)old.Kilograms)).Build());

    [Fact]
    public void A_name_or_a_type_is_taken_once()
    {
        Assert.Throws<ArgumentException>(() => EventCatalog.Create().Add(WeighedJson.Default.Weighed).Add(WeighedJson.Default.Weighed, "other"));
        Assert.Throws<ArgumentException>(() => EventCatalog.Create().Add(WeighedJson.Default.Weighed).Add(WeighedJson.Default.WeighedV1, "weighed"));
    }

    [Fact]
    public void A_body_of_another_shape_is_a_JSON_error() =>
        Assert.Throws<JsonException>(() => Catalog.Decode("weighed", """{"Kilograms": "heavy"}"""u8));
}

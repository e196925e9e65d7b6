using System.Reflection;
using System.Text.Json;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.States;

namespace Journal.Tests.Events;

/// <summary>
/// What is written once is read for ever: each event has a file with the JSON it has in the store, in Golden/, named as the event is stored. A changed file is
/// a changed format; a new shape gets a new file beside the old one.
/// </summary>
public sealed class StoredEvents
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Events", "Golden");

    public static TheoryData<string> Names => [.. EventSamples.All.Select(sample => EventTypes.NameOf(sample.GetType()))];

    private static IEnumerable<Type> Types =>
        typeof(IJournalEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJournalEvent)) && type is { IsInterface: false }).OrderBy(type => type.Name);

    [Fact]
    public void Every_event_of_the_domain_has_a_sample() =>
        Assert.Equal(Types, EventSamples.All.Select(sample => sample.GetType()).OrderBy(type => type.Name));

    [Fact]
    public void Every_event_of_the_domain_is_in_the_catalog() =>
        Assert.Equal(Types.Select(EventTypes.NameOf).Order(StringComparer.Ordinal), EventTypes.All.Select(EventTypes.NameOf));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_its_file_says(string name) => Assert.Equal(Read(name), JsonSerializer.Serialize(Sample(name), Info(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_read_back_as_the_event(string name)
    {
        var read = JsonSerializer.Deserialize(Read(name), Info(name));
        Assert.Equivalent(Sample(name), read, strict: true);
    }

    [Fact]
    public void Members_that_were_added_later_are_written_only_where_they_are_given()
    {
        var at = EventSamples.All.OfType<PracticeAdopted>().Single().OccurredAt;
        IJournalEvent[] longer =
        [
            EventSamples.All.OfType<PracticeAdopted>().Single() with { SilenceUntil = at },
            EventSamples.All.OfType<PracticeRevised>().Single() with { Bound = TargetBound.AtMost, Silence = Silence.Unknown, SilenceUntil = at },
        ];
        Assert.All(longer, e =>
        {
            var name = EventTypes.NameOf(e.GetType());
            Assert.Equal(Read(name + ".2"), JsonSerializer.Serialize(e, Info(name)));
            Assert.Equal(e, JsonSerializer.Deserialize(Read(name + ".2"), Info(name)));
        });
    }

    [Fact]
    public void Lists_that_were_added_later_are_written_only_where_they_are_given()
    {
        IJournalEvent[] longer =
        [
            EventSamples.All.OfType<JournalEntryWritten>().Single() with { Tags = ["work", "été"] },
            EventSamples.All.OfType<EntryAmended>().Single() with { Tags = [] },
            EventSamples.All.OfType<StateSampled>().Single() with { Ratings = [new("mood", 4.5, 1, 5, "good"), new("stress", 0, 0, 10)] },
        ];
        Assert.All(longer, e =>
        {
            var name = EventTypes.NameOf(e.GetType());
            Assert.Equal(Read(name + ".2"), JsonSerializer.Serialize(e, Info(name)));
            Assert.Equivalent(e, JsonSerializer.Deserialize(Read(name + ".2"), Info(name)), strict: true);
        });
    }

    [Fact]
    public void Free_text_is_marked_as_personal()
    {
        var unmarked = EventSamples.All
            .SelectMany(sample => sample.GetType().GetProperties())
            .Where(property => property.PropertyType == typeof(string) || property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)))
            .Where(property => property.GetCustomAttribute<PersonalAttribute>() is null)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(unmarked);
    }

    private static IJournalEvent Sample(string name) => EventSamples.All.Single(sample => EventTypes.NameOf(sample.GetType()) == name);

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo Info(string name) => EventTypes.Json.GetTypeInfo(Sample(name).GetType());

    private static string Read(string name) => File.ReadAllText(Path.Combine(Golden, name + ".json")).TrimEnd('\n');
}

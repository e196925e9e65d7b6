using System.Reflection;
using System.Text.Json;
using Journal.Domain;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;
using Journal.EventStore;
using Journal.Reports.Events;

namespace Journal.Tests.Events;

/// <summary>
/// What is written once is read for ever: each event has a file with the JSON it has in the store, in Golden/, named as the event is stored. A changed file is
/// a changed format; a new shape gets a new file beside the old one.
/// </summary>
public sealed class StoredEvents
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Events", "Golden");
    private static readonly Guid One = new("0198a000-0000-7000-8000-000000000001");
    private static readonly Guid Two = new("0198a000-0000-7000-8000-000000000002");
    private static readonly Guid Three = new("0198a000-0000-7000-8000-000000000003");
    private static readonly DateTimeOffset At = new(2026, 1, 5, 7, 30, 0, TimeSpan.FromHours(1));

    private static readonly IJournalEvent[] Samples =
    [
        new AimSet(One, "Publish weekly", "To be read", At),
        new AimRevised(One, null, "To be found", At),
        new AimClosed(One, AimEnding.Superseded, "Two a week now", At),
        new BeliefStated(One, "Visibility is scrutiny", BeliefScope.WorthActingOn, 0.9, BeliefStance.Limits, BeliefOrigin.Extracted, Two, Three, At),
        new BeliefRated(One, 0.25, At),
        new BeliefChallenged(One, "Whose scrutiny?", At),
        new BeliefReplaced(One, Two, "Readers wrote back", At),
        new BeliefRetired(One, "No longer mine", At),
        new EvidenceLinked(One, Two, EvidenceDirection.Contradicts, Three, "Three friendly answers", At),
        new PracticeAdopted(One, "Écrire 500 mots", 3, 7, 500, "words", TargetBound.AtLeast, Silence.Missed, Two, At),
        new PracticeRevised(One, "Écrire", 5, 7, 300, "words", Two, At),
        new PracticeDropped(One, "Book done", At),
        new ExecutionFinished(One, Two, 0.5, 250.25, At.AddHours(-2), At.AddHours(-1), 4, 45, true, "Slow", At),
        new ExecutionMissed(One, Two, At.AddHours(-2), At.AddHours(-1), "Meetings", At),
        new ExecutionSkipped(One, Two, "Ill", At),
        new OutcomeRetracted(One, Two, "Wrong day", At),
        new JournalEntryWritten(One, "I waited for the perfect draft. 😀", Layer.Thinking, Two, At),
        new EntryAmended(One, "I waited.", "Too long", At),
        new EntryRetracted(One, "Not so", At),
        new StateSampled(One, 1, 2, 3, 4, 5, -3, At),
        new InterventionStarted(One, "Publish before nine", [Layer.Belief, Layer.Execution], Two, At),
        new InterventionEnded(One, "It runs by itself", At),
    ];

    public static TheoryData<string> Names => [.. Samples.Select(sample => StoredName.Of(sample.GetType()))];

    [Fact]
    public void Every_event_of_the_domain_has_a_sample() => Assert.Equal(
        typeof(IJournalEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJournalEvent)) && type is { IsInterface: false }).OrderBy(type => type.Name),
        Samples.Select(sample => sample.GetType()).OrderBy(type => type.Name));

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
    public void Free_text_is_marked_as_personal()
    {
        var unmarked = Samples
            .SelectMany(sample => sample.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
            .Where(property => property.GetCustomAttribute<PersonalAttribute>() is null)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(unmarked);
    }

    private static IJournalEvent Sample(string name) => Samples.Single(sample => StoredName.Of(sample.GetType()) == name);

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo Info(string name) => JournalEventsJson.Default.GetTypeInfo(Sample(name).GetType())!;

    private static string Read(string name) => File.ReadAllText(Path.Combine(Golden, name + ".json")).TrimEnd('\n');
}

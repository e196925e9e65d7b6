using System.Text.Json;
using Journal.Aims;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Sharing;
using Journal.States;
using Journal.Tests.Events;
using Journal.Tests.Facts;
using Journal.Tests.Seeds;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Sharing;

public sealed class ASharedRecord
{
    private const string Canary = "canary";
    private static readonly SharedScope Everything = new(Enum.GetValues<Layer>(), [], SharedScope.Nameable, null, null, Words: true);
    private static readonly SharedScope Execution = new([Layer.Execution], [], [], null, null, Words: true);

    [Fact]
    public void Holds_the_layers_that_are_shared_and_no_other()
    {
        var shared = Share(
            Execution, Practice(Id, "Run", null), Done(Id, Third, Tuesday), Belief(Other));
        Assert.Equal(["practice_adopted", "execution_finished"], shared.Select(e => e.Type));
        Assert.DoesNotContain(Canary, Text(shared), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_numbered_without_holes() => Assert.Equal([1, 2], Share(
        Execution,
        Belief(Other), Practice(Id, "Run", null),
        new BeliefChallenged(Other, Canary, Monday), Done(Id, Third, Tuesday)).Select(e => e.Position));

    [Fact]
    public void Has_nothing_that_was_retracted() => Assert.DoesNotContain(Canary, Text(Share(
        Everything,
        Practice(Id, "Run", null), new ExecutionMissed(Id, Third, null, null, Canary, Tuesday), new OutcomeRetracted(Id, Third, Canary, Now),
        Belief(Other), new SubjectRetracted(Other, Canary, Now))), StringComparison.Ordinal);

    [Fact]
    public void Leaves_out_a_subject_that_ever_served_an_aim_outside_the_grant()
    {
        var (run, home) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        IJournalEvent[] events =
        [
            new AimSet(run, "Run", null, Monday), new AimSet(home, Canary, null, Monday),
            Practice(Id, "Run", run),
            Practice(Other, Canary, home), new PracticeRevised(Other, "R", 1, 1, null, null, run, Tuesday),
            Practice(Third, Canary, null),
        ];
        var shared = Share(Execution with { Aims = [run] }, events);
        Assert.Equal([run, Id], shared.Select(e => e.Stream));
        Assert.DoesNotContain(Canary, Text(shared), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_practice_with_the_days_of_the_window_alone_wherever_they_were_moved_from()
    {
        var (moved, away) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var shared = Share(
            Execution with { From = new(2026, 1, 6), To = new(2026, 1, 6) },
            Practice(Id, "Run", null), Done(Id, Other, Monday), Done(Id, Third, Tuesday),
            Done(Id, moved, Monday), new OutcomeMoved(Id, moved, null, Tuesday), Done(Id, away, Tuesday), new OutcomeMoved(Id, away, null, Now));
        Assert.Equal([Third, moved], Facts(shared).Of<OutcomeFact>().Select(one => one.Id).Order());
        Assert.Single(Facts(shared).Of<PracticeFact>());
    }

    [Fact]
    public void Names_nothing_that_is_not_in_it()
    {
        var (hidden, decision) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var shared = Share(
            Execution with { Layers = [Layer.Thinking] },
            Belief(hidden),
            new DecisionOpened(decision, "Why?", null, ["a"], null, [hidden], null, Monday));
        Assert.DoesNotContain(hidden.ToString("D"), Text(shared), StringComparison.Ordinal);
        Assert.Equal("Why?", Facts(shared).Of<DecisionFact>().Single().Question);
    }

    [Fact]
    public void Without_words_holds_nothing_of_what_any_event_can_hold_of_them()
    {
        var told = new List<string>();
        foreach (var sample in EventSamples.All)
        {
            var redacted = new Redaction(new HashSet<Guid>(), words: false).Of(sample);
            var text = JsonSerializer.Serialize(redacted, redacted.GetType(), EventTypes.Json);
            told.AddRange(Personal(sample).Where(word => text.Contains($"\"{word}\"", StringComparison.Ordinal)).Select(word => $"{sample.GetType().Name}: {word}"));
        }

        Assert.Empty(told);
    }

    [Fact]
    public void Without_words_calls_the_same_thing_the_same()
    {
        var shared = Share(
            Everything with { Words = false },
            Practice(Id, Canary, null), Practice(Other, "Swim", null),
            new DecisionOpened(Third, "Where?", null, ["Porto", "Faro"], null, [], null, Monday), new DecisionMade(Third, "Faro", null, Tuesday));
        Assert.Equal(["Practice 1", "Practice 2"], Facts(shared).Of<PracticeFact>().Select(one => one.Title).Order());
        Assert.Equal("Decision 1", Facts(shared).Of<DecisionFact>().Single().Question);
        Assert.Equal(((DecisionOpened)shared[2].Data).Options[1], ((DecisionMade)shared[3].Data).Choice);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    /// <summary>The grant is random; what else there was is the whole of a sample journal.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gives_the_reports_of_a_journal_in_which_the_rest_was_never_recorded(int seed)
    {
        var random = new Random(seed);
        var events = Recorded([.. SeedFile.Consultant.Lines.Select(line => (IJournalEvent)line.Data)]);
        var aims = new FactsSoFar().Take(events).Now().Of<AimFact>().Select(aim => aim.Id).ToList();
        var scope = new SharedScope(
            [.. Enum.GetValues<Layer>().Where(_ => random.Next(2) == 0)], [.. aims.Where(_ => random.Next(4) == 0)],
            random.Next(3) == 0 ? [.. SharedScope.Nameable.Where(_ => random.Next(2) == 0)] : [],
            random.Next(2) == 0 ? new DateOnly(2025, 9, 1).AddDays(random.Next(200)) : null, null, random.Next(2) == 0);
        var shared = SharedRecord.Of(events, scope);
        // The rest was never recorded: a journal of these subjects' events alone, which shares the same.
        var subjects = shared.Select(e => e.Stream).ToHashSet();
        var without = new Redaction(events.Select(e => e.Stream).Where(id => !subjects.Contains(id)).ToHashSet(), words: true);
        var alone = SharedRecord.Of([.. events.Where(e => subjects.Contains(e.Stream)).Select(e => e with { Data = without.Of(e.Data) })], scope);
        var request = new ReportRequest { To = new(2026, 6, 14) };
        Assert.All(AllReports.Kinds, kind => Assert.Equal(
            JsonSerializer.Serialize(kind.Of(Guid.Empty, request, Facts(alone)), kind.Form), JsonSerializer.Serialize(kind.Of(Guid.Empty, request, Facts(shared)), kind.Form)));
        Assert.All(Facts(shared).All.Where(fact => fact is BeliefFact), _ => Assert.Contains(Layer.Belief, scope.Layers));
        Assert.All(Facts(shared).All.Where(fact => fact is PracticeFact or OutcomeFact), _ => Assert.Contains(Layer.Execution, scope.Layers));
        Assert.All(Facts(shared).All.OfType<OutcomeFact>(), outcome => Assert.True(!(outcome.Day < scope.From)));
        Assert.All(Facts(shared).All.OfType<EntryFact>().Where(entry => entry.Layer is null), _ => Assert.Contains("entry", scope.Kinds));
        Assert.All(Facts(shared).All.OfType<InterventionFact>(), one => Assert.True(one.Layers.All(scope.Layers.Contains)));
        Assert.All(Facts(shared).All.OfType<StateFact>(), _ => Assert.Contains("state", scope.Kinds));
    }

    private static PracticeAdopted Practice(Guid id, string title, Guid? aim) => new(id, title, 1, 1, null, null, TargetBound.AtLeast, Silence.Missed, aim, Monday);

    private static BeliefStated Belief(Guid id) => new(id, Canary, BeliefScope.WorthActingOn, 0.5, BeliefStance.Limits, BeliefOrigin.Extracted, null, null, Monday);

    private static ExecutionFinished Done(Guid practice, Guid outcome, DateTimeOffset at) => new(practice, outcome, null, null, null, null, null, null, null, null, at);

    private static IReadOnlyList<RecordedEvent> Share(SharedScope scope, params IReadOnlyList<IJournalEvent> events) => SharedRecord.Of(Recorded(events), scope);

    private static JournalFacts Facts(IReadOnlyList<RecordedEvent> events) => new FactsSoFar().Take(events).Now();

    private static string Text(IReadOnlyList<RecordedEvent> events) => string.Join(' ', events.Select(e => JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventTypes.Json)));

    private static List<RecordedEvent> Recorded(IReadOnlyList<IJournalEvent> events) => [.. events.Select((e, i) => new RecordedEvent(
        i + 10, Folding.Event(i + 1), "t", e.SubjectId, 1, EventTypes.NameOf(e.GetType()), e, e.OccurredAt, null, null, EventHeaders.Empty))];

    private static IEnumerable<string> Personal(object value) => value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => property.GetValue(value) switch
    {
        string text when IsPersonal(property) => [text],
        IEnumerable<string> texts when IsPersonal(property) => texts,
        System.Collections.IEnumerable items and not string => items.Cast<object>().Where(item => item is not (Guid or string or Enum)).SelectMany(Personal),
        _ => Enumerable.Empty<string>(),
    });

    private static bool IsPersonal(System.Reflection.PropertyInfo property) => Attribute.IsDefined(property, typeof(PersonalAttribute));
}

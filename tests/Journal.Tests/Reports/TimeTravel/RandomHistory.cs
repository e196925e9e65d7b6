using System.Reflection;
using Journal.Beliefs;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.States;
using Journal.Tests.Events;
using Journal.Work;

namespace Journal.Tests.Reports.TimeTravel;

/// <summary>
/// Histories of every type of event, with backfills, amendments and retractions. Each is as valid as the deciders would let it be in its values; in its order
/// it may be anything. The seed says all.
/// </summary>
internal sealed class RandomHistory(int seed)
{
    private const int Days = 120;
    public static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.FromHours(1));
    public static readonly DateOnly End = DateOnly.FromDateTime(Start.DateTime).AddDays(Days);

    // A move takes what it moves out of one window and into another, in neither of which it is listed; the others, and members that came later, have tests of their own and leave these histories as they were.
    private static readonly Type[] Later = [typeof(SubjectMoved), typeof(OutcomeMoved), typeof(PracticeResumed), typeof(ExecutionLeftOpen)];

    // What figures are made of comes up more often than what is said once in a while.
    private static readonly Type[] Types =
    [
        .. EventSamples.All.Select(sample => sample.GetType()).Except(Later),
        .. Enumerable.Repeat(typeof(ExecutionFinished), 40),
        .. Enumerable.Repeat(typeof(ExecutionMissed), 20),
        .. Enumerable.Repeat(typeof(ExecutionSkipped), 5),
        .. Enumerable.Repeat(typeof(EvidenceLinked), 10),
        .. Enumerable.Repeat(typeof(StateSampled), 10),
        .. Enumerable.Repeat(typeof(OutputRecorded), 5),
    ];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, List<Guid>> known = new(StringComparer.Ordinal);
    private readonly List<(Guid Subject, Guid Part)> outcomes = [];
    private readonly Dictionary<Guid, long> versions = [];

    /// <summary>Events in the order of the log, an hour or so of append time between them.</summary>
    public IReadOnlyList<RecordedEvent> Events(int count)
    {
        var events = new List<RecordedEvent>(count);
        var recorded = Start.ToUniversalTime();
        for (var position = 1; position <= count; position++)
        {
            // Some batches are recorded at one instant, as an import is.
            recorded = random.Next(6) == 0 ? recorded : recorded.AddMinutes(random.Next(1, (int)(TimeSpan.FromDays(Days).TotalMinutes / count * 2)));
            var e = position <= 6 ? Practice(position) : Make(Types[random.Next(Types.Length)], Lived(recorded));
            var version = versions[e.SubjectId] = versions.GetValueOrDefault(e.SubjectId) + 1;
            events.Add(new(position * 2, NewId(), "t", e.SubjectId, version, EventTypes.NameOf(e.GetType()), e, recorded, null, null, EventHeaders.Empty));
        }

        return events;
    }

    /// <summary>What a list of events makes, folded from nothing.</summary>
    public static JournalFacts Fold(IEnumerable<RecordedEvent> events) => new FactsSoFar().Take(events).Now();

    private PracticeAdopted Practice(int n)
    {
        var id = Remember("PracticeId", NewId());
        return new(id, $"Practice {n}", random.Next(1, 8), 7, n % 2 == 0 ? 10 : null, n % 2 == 0 ? "pages" : null, TargetBound.AtLeast, (Silence)(n % 2), null, Start.AddDays(-random.Next(5)));
    }

    // Half of it is written down on the day; the rest is remembered later.
    private DateTimeOffset Lived(DateTimeOffset recorded) => random.Next(2) == 0
        ? recorded.ToOffset(Start.Offset)
        : Start.AddMinutes(random.Next((int)TimeSpan.FromDays(Days).TotalMinutes));

    private IJournalEvent Make(Type type, DateTimeOffset at)
    {
        var constructor = type.GetConstructors().Single(one => one.GetParameters().Length > 1);
        var parameters = constructor.GetParameters();
        var values = parameters.Select((parameter, i) => parameter.HasDefaultValue ? parameter.DefaultValue : Value(parameter, at, i == 0, type)).ToArray();
        if (type.Name is "OutcomeCoded" or "OutcomeRetracted" && outcomes.Count > 0)
        {
            (values[0], values[1]) = outcomes[random.Next(outcomes.Count)];
        }

        var e = (IJournalEvent)constructor.Invoke(values);
        if (type.Name is "ExecutionFinished" or "ExecutionMissed" or "ExecutionSkipped")
        {
            outcomes.Add(((Guid)values[0]!, (Guid)values[1]!));
        }

        return e;
    }

    private object? Value(ParameterInfo parameter, DateTimeOffset at, bool isSubject, Type e)
    {
        var (type, name) = (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, parameter.Name!);
        var optional = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return (optional && random.Next(3) == 0) ? null
            : type == typeof(Guid) ? Id(name, isSubject, e)
            : type == typeof(DateTimeOffset) ? name == "OccurredAt" ? at : at.AddMinutes(random.Next(-600, 600))
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(at.DateTime)
            : type == typeof(string) ? $"{name} {random.Next(4)}"
            : type == typeof(bool) ? random.Next(2) == 0
            : type == typeof(int) ? Whole(name)
            : type == typeof(double) ? Math.Round(Number(name), 2)
            : type.IsEnum ? Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))
            : type == typeof(IReadOnlyList<Guid>) ? Enumerable.Range(0, random.Next(3)).Select(_ => Any()).ToList()
            : type == typeof(IReadOnlyList<string>) ? new List<string> { "a", "b", "c" }[random.Next(2)..]
            : type == typeof(IReadOnlyList<Layer>) ? new List<Layer> { (Layer)random.Next(3) }
            : throw new ArgumentException($"{name}: {type}");
    }

    private int Whole(string name) => name switch
    {
        "Times" => random.Next(1, 8),
        "Days" => 7,
        "Enforcement" => random.Next(-3, 4),
        "Steps" or "TeamSize" or "Messages" or "Opportunities" or "Version" => random.Next(1, 40),
        _ => random.Next(1, 8),
    };

    private double Number(string name) => name switch
    {
        "Score" or "Strength" or "Confidence" or "Probability" or "Share" or "Floor" => random.NextDouble(),
        "Target" => 10,
        _ => random.NextDouble() * 60,
    };

    // Few subjects of each sort, so that much is said of each.
    private Guid Id(string name, bool isSubject, Type e)
    {
        if (name == "SubjectId" || name is not ("OutcomeId" or "EvidenceId" or "ReviewId" or "NoteId" or "RunId" or "TestId" or "PredictionId"))
        {
            var same = known.GetValueOrDefault(name, []);
            var begins = isSubject && (e.Name.EndsWith("Retracted", StringComparison.Ordinal) ? 0 : same.Count < 6 ? 3 : 1) > random.Next(4);
            return name == "SubjectId" || (!begins && same.Count == 0 && !isSubject) ? Any() : begins || same.Count == 0 ? Remember(name, NewId()) : same[random.Next(same.Count)];
        }

        return Remember(name, NewId());
    }

    private Guid Any() => known.Values.SelectMany(ids => ids).ToList() is { Count: > 0 } all ? all[random.Next(all.Count)] : NewId();

    private Guid Remember(string name, Guid id)
    {
        (known.TryGetValue(name, out var same) ? same : known[name] = []).Add(id);
        return id;
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

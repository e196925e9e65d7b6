using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Facts;

/// <summary>
/// What the events about one thing say of it by now. Facts are what reports read: they are folded from the events when they are needed, and replayed by the
/// same fold.
/// </summary>
public abstract record Fact
{
    public required Guid Id { get; init; }

    /// <summary>Valid time, in the person's own local time then.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Ids of the events this fact was folded from, oldest first.</summary>
    public required IReadOnlyList<Guid> Events { get; init; }

    /// <summary>The day the person lived it on.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(OccurredAt.DateTime);

    /// <summary>The last day anything was recorded of it for, as lived.</summary>
    [JsonIgnore]
    public DateOnly LastDay => LaterDay ?? Day;

    /// <summary>The day of a later event of it; null where there was none on a later day.</summary>
    [JsonIgnore]
    internal DateOnly? LaterDay { get; init; }

    /// <summary>The word for this sort of fact, such as <c>decision</c>.</summary>
    public string Kind => FactKinds.Of(GetType()).Word;

    /// <summary>What a person calls it; null for what has no name of its own.</summary>
    [Personal, JsonIgnore]
    public virtual string? Heading => null;

    /// <summary>The fact once it is known to have been at another moment.</summary>
    internal Fact Moved(DateTimeOffset to, Guid id) => this with { OccurredAt = to, Events = [.. Events, id] };

    /// <summary>The fact as it stood at a moment at which it was there already: what came later is taken away.</summary>
    internal virtual Fact Until(ValidTime moment) => this;
}

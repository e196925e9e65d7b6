using System.Text.Json.Serialization;

namespace Journal.Recording;

/// <summary>A command that lets a subject go on differently: what it leaves out stays, and what it names in <see cref="Cleared"/> goes.</summary>
public abstract record Revision : Command
{
    /// <summary>The members that the sender set to null, as the API names them; only those that may be empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Cleared { get; init; } = [];

    /// <summary>What the event keeps of it: null where nothing is cleared.</summary>
    /// <typeparam name="TPart">The parts that may be empty, named as the members are.</typeparam>
    internal IReadOnlyList<TPart>? ClearedParts<TPart>()
        where TPart : struct, Enum => Cleared.Count > 0 ? [.. Cleared.Select(name => Enum.Parse<TPart>(name, ignoreCase: true))] : null;
}

/// <summary>Marks a member of a <see cref="Revision"/> that may be emptied again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClearableAttribute : Attribute;

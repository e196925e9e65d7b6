namespace Journal.Facts;

/// <summary>Says of a fact what people call it and which events it is folded from. Lists, addresses, families of the history and the fold follow from it.</summary>
/// <param name="word">One of them, such as <c>decision</c>: in refusals, in the terminal, and in the fact's JSON.</param>
/// <param name="plural">Its part of an address, such as <c>decisions</c>.</param>
/// <param name="summary">What it is, in one sentence.</param>
/// <param name="events">The types of its events. It begins with the first; a part may begin with others as well.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubjectAttribute(string word, string plural, string summary, params Type[] events) : Attribute
{
    public string Word => word;

    public string Plural => plural;

    public string Summary => summary;

    public IReadOnlyList<Type> Events => events;

    /// <summary>The fact it is a part of, in whose stream its events are; null for a subject of its own.</summary>
    public Type? PartOf { get; set; }

    /// <summary>Whether it is used so often that its list has an address of its own; every other is found below <c>/subjects</c>.</summary>
    public bool Daily { get; set; }

    /// <summary>The word by which the history is asked for its events; that of its folder when left out.</summary>
    public string? Family { get; set; }
}

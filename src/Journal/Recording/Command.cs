namespace Journal.Recording;

/// <summary>Something a person asks the journal to record. Ids and times come in as values, so that deciding it again gives the same events.</summary>
public abstract record Command
{
    /// <summary>The subject (and stream) it is about.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was true; now when left out.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Other subjects that must already exist in the same journal.</summary>
    /// <remarks>A method, so that it is no member of the JSON body that a command is read from.</remarks>
    public virtual IEnumerable<Reference> References() => [];
}

/// <summary>A subject that a command refers to besides its own.</summary>
/// <param name="Subject">The word used in the refusal's code, such as <c>aim</c>.</param>
/// <param name="Id">Its stream.</param>
public readonly record struct Reference(string Subject, Guid Id)
{
    /// <summary>The reference to one subject; none when there is no id.</summary>
    public static IEnumerable<Reference> To(string subject, Guid? id) => id is { } one ? [new(subject, one)] : [];

    /// <summary>The references to several subjects of a kind.</summary>
    public static IEnumerable<Reference> To(string subject, IReadOnlyList<Guid>? ids) => (ids ?? []).Select(id => new Reference(subject, id));
}

namespace Journal.Web.Erasing;

/// <summary>A person's wish that everything of theirs goes. It stands until nothing is left, and then goes too.</summary>
/// <param name="Id">The person.</param>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Due">When it begins; until then it can be taken back.</param>
public sealed record ErasureRequest(Guid Id, DateTimeOffset Asked, DateTimeOffset Due)
{
    /// <summary>When it began, from which moment on nothing lets the person in; null while it waits.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>How many events there were then.</summary>
    public long Events { get; init; }

    /// <summary>A moment, by the database's clock, from which on whoever begins to write finds no such person; null where none is known.</summary>
    public DateTimeOffset? Shut { get; init; }

    /// <summary>When everybody had ended who was writing at that moment; null while somebody writes.</summary>
    public DateTimeOffset? Quiet { get; init; }

    /// <summary>Where the log ended then: nothing of the person stands behind it.</summary>
    public long Last { get; init; }

    /// <summary>The id of the line that will remain, so that two who end it at once write one.</summary>
    public Guid Line { get; init; }
}

/// <summary>What remains of somebody who was erased: that it was done. Nothing in it leads back to them, not even by a hash.</summary>
/// <param name="Id">Of this line; drawn by lot.</param>
/// <param name="At">When it was done.</param>
/// <param name="Events">How many events were erased.</param>
public sealed record Erasure(Guid Id, DateTimeOffset At, long Events);

namespace Journal.EventStore.Following;

/// <summary>The numbers drawn up to a head, and the transactions which may still use some of them.</summary>
internal sealed class DrawnNumbers(long head, IReadOnlyCollection<Writer> writers)
{
    private HashSet<Writer> pending = [.. writers];
    private HashSet<Writer> prepared = [.. writers.Where(writer => writer.IsPrepared)];

    /// <summary>The last of the numbers.</summary>
    public long Head { get; } = head;

    /// <summary>True when none of the transactions is left among those that are writing now.</summary>
    public bool IsSettledWithout(IReadOnlyCollection<Writer> now)
    {
        var left = pending.Where(now.Contains).ToHashSet();
        // A transaction that is gone may have been prepared, and then goes on under another name.
        if (left.Count < pending.Count)
            left.UnionWith(now.Where(writer => writer.IsPrepared && !prepared.Contains(writer)));
        (pending, prepared) = (left, [.. now.Where(writer => writer.IsPrepared)]);
        return pending.Count == 0;
    }
}

/// <summary>A transaction that has drawn numbers for events and has not ended.</summary>
/// <param name="Transaction">Its virtual transaction id.</param>
/// <param name="IsPrepared">True when it waits, prepared, for its second phase.</param>
internal readonly record struct Writer(string Transaction, bool IsPrepared);

namespace Journal.Web.Tests.Reactions;

/// <summary>The machine's clock, moved on at will. What waits goes on waiting by the machine's own.</summary>
public sealed class MovedClock : TimeProvider
{
    private long moved;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref moved));

    public void Move(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);
}

using System.Collections;

namespace Journal.Reports;

/// <summary>The events that something rests on, without repeats: known to be so, they need not be looked through again, and one list serves all that rests on the same.</summary>
internal sealed class Evidence : IReadOnlyList<Guid>
{
    private readonly Guid[] events;

    private Evidence(Guid[] events) => this.events = events;

    public int Count => events.Length;

    public Guid this[int index] => events[index];

    /// <summary>Events in the order of their first mention.</summary>
    public static Evidence Of(IEnumerable<Guid> events) => events as Evidence ?? new([.. events.Distinct()]);

    public IEnumerator<Guid> GetEnumerator() => ((IEnumerable<Guid>)events).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => events.GetEnumerator();
}

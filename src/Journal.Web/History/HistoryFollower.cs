using System.Runtime.CompilerServices;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Http;

namespace Journal.Web.History;

/// <summary>Goes on with a person's history as it is recorded.</summary>
public sealed class HistoryFollower(PersonEvents events, FactsReader facts, TimeProvider clock)
{
    private const int Page = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Every event behind a position, in the order of the log, each once, until it is cancelled. They come as a running server finds the log settled.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="after">The position; null for what is recorded from now on.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<EventView> FollowAsync(Guid person, long? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var position = after ?? (await facts.ReadAsync(person, knownAt: null, ct)).Position;
        while (true)
        {
            var found = await events.SettledPageAsync(Author.TenantOf(person), position, Page, ct);
            foreach (var e in found)
            {
                position = e.Position;
                yield return EventView.Of(e, clock.GetUtcNow());
            }

            if (found.Count < Page)
                await Task.Delay(Look, clock, ct);
        }
    }
}

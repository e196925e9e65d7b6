using JasperFx.Events;
using Journal.Recording;
using Marten;

namespace Journal.Web.Tests.Store;

/// <summary>Appends events as they are, past the deciders.</summary>
internal static class Appending
{
    public static async Task AppendAsync(this IDocumentStore store, string tenant, IJournalEvent e, Action<IEvent>? dress = null)
    {
        await using var session = store.LightweightSession(tenant);
        var wrapped = session.Events.BuildEvent(e);
        dress?.Invoke(wrapped);
        session.Events.Append(e.SubjectId, wrapped);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}

using JasperFx.Events;
using Journal.Sealing;
using Marten;

namespace Journal.Facts;

/// <summary>Seals the words of every event that a session of Marten's appends, whoever appends it.</summary>
internal sealed class SealingListener(WordSealer sealer) : DocumentSessionListenerBase
{
    public override async Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        if (!sealer.IsOn)
            return;
        foreach (var stream in session.PendingChanges.Streams())
        {
            var key = await sealer.Keys.EnsureAsync(stream.TenantId ?? session.TenantId, token);
            foreach (var e in stream.Events)
                Seal(e, sealer, key);
        }
    }

    public static void Seal(IEvent e, WordSealer sealer, PersonKey? key)
    {
        sealer.Claim(e.Data, key);
        ImportHeader.Seal(e, row => WordSealer.Seal(row, key));
    }
}

using Journal.EventStore;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>Looks whether the subjects that a command refers to stand in the same person's journal.</summary>
internal sealed class ReferenceCheck(PostgresEventStore store)
{
    private static readonly StreamRange First = new(From: 1, To: 1);

    /// <summary>The refusal for the first one that does not, in the words used for a subject that exists nowhere.</summary>
    public async Task<Refusal?> FindMissingAsync(string tenant, Command command, CancellationToken ct)
    {
        foreach (var reference in command.References().Distinct())
        {
            var first = await store.ReadStreamAsync(tenant, reference.Id, First, ct);
            if (first is not [var e] || FactKinds.BegunBy(e.Data.GetType())?.Word != reference.Subject)
                return Refusal.Unknown($"{reference.Subject}.unknown", $"There is no such {reference.Subject}.");
        }

        return null;
    }
}

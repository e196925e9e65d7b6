using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Entries;
using Journal.EventStore;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;
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
            if (first is not [var e] || !Begins(reference.Subject, e.Data))
                return Refusal.Unknown($"{reference.Subject}.unknown", $"There is no such {reference.Subject}.");
        }

        return null;
    }

    private static bool Begins(string subject, object e) => (subject, e) is
        ("aim", AimSet) or ("belief", BeliefStated) or ("practice", PracticeAdopted) or ("entry", JournalEntryWritten) or ("intervention", InterventionStarted)
        or ("decision", DecisionOpened) or ("commitment", CommitmentMade) or ("process", ProcessDefined);
}

using Journal.Domain;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Commitments;
using Journal.Domain.Decisions;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Processes;
using Journal.Domain.Reflection;
using Journal.EventStore;

namespace Journal.Server.Recording;

/// <summary>Looks whether the subjects that a command mentions stand in the same person's journal.</summary>
internal sealed class MentionCheck(PostgresEventStore store)
{
    private static readonly StreamRange First = new(From: 1, To: 1);

    /// <summary>The refusal for the first one that does not, in the words used for a subject that exists nowhere.</summary>
    public async Task<Refusal?> FindMissingAsync(string tenant, Command command, CancellationToken ct)
    {
        foreach (var mention in command.Mentions().Distinct())
        {
            var first = await store.ReadStreamAsync(tenant, mention.Id, First, ct);
            if (first is not [var e] || !Begins(mention.Subject, e.Data))
                return Refusal.Unknown($"{mention.Subject}.unknown", $"There is no such {mention.Subject}.");
        }

        return null;
    }

    private static bool Begins(string subject, object e) => (subject, e) is
        ("aim", AimSet) or ("belief", BeliefStated) or ("practice", PracticeAdopted) or ("entry", JournalEntryWritten) or ("intervention", InterventionStarted)
        or ("decision", DecisionOpened) or ("commitment", CommitmentMade) or ("process", ProcessDefined);
}

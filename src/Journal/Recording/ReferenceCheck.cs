using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;

namespace Journal.Recording;

/// <summary>Looks whether the subjects that a command refers to stand in the same person's journal.</summary>
internal static class ReferenceCheck
{
    /// <summary>The refusal for the first one that does not, in the words used for a subject that exists nowhere.</summary>
    public static async Task<Refusal?> FindMissingAsync(PersonEvents events, string tenant, Command command, CancellationToken ct)
    {
        if (command.References().Distinct().ToList() is not { Count: > 0 } references)
            return null;
        var beginnings = await events.BeginningsAsync(tenant, [.. references.Select(reference => reference.Id)], ct);
        foreach (var reference in references)
        {
            if (!beginnings.TryGetValue(reference.Id, out var e) || !Begins(reference.Subject, e))
                return Refusal.Unknown($"{reference.Subject}.unknown", $"There is no such {reference.Subject}.");
        }

        return null;
    }

    private static bool Begins(string subject, string e) => e == EventTypes.NameOf(subject switch
    {
        "aim" => typeof(AimSet),
        "belief" => typeof(BeliefStated),
        "practice" => typeof(PracticeAdopted),
        "entry" => typeof(JournalEntryWritten),
        "intervention" => typeof(InterventionStarted),
        "decision" => typeof(DecisionOpened),
        "commitment" => typeof(CommitmentMade),
        "process" => typeof(ProcessDefined),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "No command refers to such a subject."),
    });
}

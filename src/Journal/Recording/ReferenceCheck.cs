using Journal.Facts;

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
            if (!beginnings.TryGetValue(reference.Id, out var name) || EventTypes.Find(name) is not { } e || FactKinds.BegunBy(e)?.Word != reference.Subject)
                return Refusal.Unknown($"{reference.Subject}.unknown", $"There is no such {reference.Subject}.");
        }

        return null;
    }
}

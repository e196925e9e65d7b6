using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>Looks whether the subjects that a command refers to stand in the same person's journal.</summary>
internal static class ReferenceCheck
{
    /// <summary>The refusal for the first one that does not, in the words used for a subject that exists nowhere.</summary>
    /// <param name="events">Everybody's events.</param>
    /// <param name="tenant">Whose journal.</param>
    /// <param name="command">What refers to them.</param>
    /// <param name="held">Finds a subject that the same transaction holds.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Refusal?> FindMissingAsync(PersonEvents events, string tenant, Command command, Func<Guid, Held?> held, CancellationToken ct)
    {
        if (command.References().Distinct().ToList() is not { Count: > 0 } references)
            return null;
        var beginnings = await events.BeginningsAsync(tenant, [.. references.Select(reference => reference.Id)], ct);
        foreach (var reference in references)
        {
            var begun = held(reference.Id)?.Beginning ?? (beginnings.TryGetValue(reference.Id, out var name) ? EventTypes.Find(name) : null);
            if (begun is null || FactKinds.BegunBy(begun)?.Word != reference.Subject)
                return Refusal.Unknown($"{reference.Subject}.unknown", $"There is no such {reference.Subject}.");
        }

        return null;
    }
}

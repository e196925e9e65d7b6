using Journal.Recording;

namespace Journal.Web.Access.Proving;

/// <summary>Who comes with an identity that nobody here has: whoever was invited may begin, and others where the operator lets them.</summary>
internal sealed class Newcomers(Invitations invitations, PeopleRegistry people, Identities identities, JournalServerOptions options)
{
    /// <returns>The person, or why not: <c>invitation.invalid</c>, <c>handle.invalid</c>, <c>handle.taken</c>, <c>zone.unknown</c>. The invitation and what was proven stay good then.</returns>
    public Task<(Person? Person, Refusal? Refusal)> EnterAsync(ProvenIdentity proven, string? code, string handle, string zone, AuditSource from, CancellationToken ct) =>
        options.OpenId is { TakesNewPeople: true }
            ? people.AddAsync(handle, zone, ct, (session, entered) => identities.JoinAsync(session, proven, entered, from, ct))
            : invitations.AcceptAsync(code, handle, zone, ct, (session, entered) => identities.JoinAsync(session, proven, entered, from, ct));
}

using Journal.Sharing;

namespace Journal.Web.Sharing;

/// <summary>What a person lets another one of this server see, as a document. It is never changed but by its end.</summary>
/// <param name="Giver">Whose journal.</param>
/// <param name="Coach">Who may look. By id: whoever is called so later is somebody else.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record Grant(Guid Id, Guid Giver, Guid Coach, SharedScope Scope, DateTimeOffset Given, DateTimeOffset Until)
{
    /// <summary>When it was ended before; null while it was not.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether whoever looks may also comment.</summary>
    public bool Comments { get; init; }

    public bool Holds(DateTimeOffset now) => Ended is null && now < Until;
}

/// <summary>That somebody looked at another person's journal, as a document that this person sees. It holds nothing that anybody wrote.</summary>
/// <param name="Person">Whose journal.</param>
/// <param name="Coach">Who looked.</param>
/// <param name="Grant">By which grant; null for whoever runs the database.</param>
/// <param name="What">Which page, such as <c>reports/cycles</c>.</param>
public sealed record CoachLook(Guid Id, Guid Person, Guid Coach, Guid? Grant, string What, DateTimeOffset At);

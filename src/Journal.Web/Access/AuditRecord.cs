using System.Text.Json.Serialization;

namespace Journal.Web.Access;

/// <summary>What was done about who is let into a journal, or with the whole of it.</summary>
public enum AuditAct
{
    /// <summary>A link that signs a browser in was made.</summary>
    LinkIssued,

    /// <summary>A browser signed in.</summary>
    SignedIn,

    /// <summary>A link was tried that is used up or too old.</summary>
    SignInRefused,

    TokenIssued,

    TokenRevoked,

    /// <summary>A browser was signed out.</summary>
    SessionEnded,

    /// <summary>A token or session was used that is revoked or has run out; told once an hour.</summary>
    CredentialRefused,

    /// <summary>Whoever sits before a signed-in browser showed again who they are.</summary>
    ProvedAgain,

    /// <summary>A password was set or changed.</summary>
    PasswordSet,

    PasswordRemoved,

    /// <summary>A wrong password was tried; told once an hour.</summary>
    PasswordRefused,

    RecoveryCodesMade,

    /// <summary>A recovery code was used up.</summary>
    RecoveryCodeUsed,

    PasskeyAdded,

    PasskeyRemoved,

    /// <summary>The whole journal was written to a file.</summary>
    Exported,

    /// <summary>It was asked that the whole journal be erased.</summary>
    ErasureAsked,

    /// <summary>That was taken back.</summary>
    ErasureTakenBack,

    /// <summary>The words of an event or of a subject were erased, or the subject itself.</summary>
    WordsErased,

    /// <summary>Somebody was let look at the journal.</summary>
    GrantGiven,

    GrantEnded,

    /// <summary>An identity at the operator's provider was let sign the person in.</summary>
    IdentityLinked,

    IdentityUnlinked,

    /// <summary>A way on which notices go out was asked for.</summary>
    ChannelAdded,

    ChannelChanged,

    /// <summary>A way on which notices went out was taken away, or turned off where they arrive.</summary>
    ChannelEnded,

    WebhookAdded,

    WebhookChanged,

    WebhookSecretChanged,

    WebhookEnded,

    /// <summary>The calendar of what is due got an address.</summary>
    FeedMade,

    FeedEnded,

    /// <summary>Somebody was made an administrator: in their own audit, and in that of whoever did it. So with the others of administrators.</summary>
    AdministratorMade,

    AdministratorUnmade,

    PersonInvited,

    PersonClosed,

    PersonReopened,

    /// <summary>All that let somebody in was ended at once.</summary>
    AccessEnded,

    ErasureAskedOfOther,

    /// <summary>Somebody at the machine the journal runs on looked at what the person wrote, or at a figure made of it; told once an hour for each verb.</summary>
    OperatorRead,
}

/// <summary>From where something was done.</summary>
/// <param name="Via">api, page or terminal.</param>
/// <param name="Place">The address of who asked, or the account of this machine.</param>
/// <param name="Credential">What let them in; null where nothing had to.</param>
public sealed record AuditSource(string Via, string? Place = null, Guid? Credential = null)
{
    /// <summary>Somebody at this machine.</summary>
    public static AuditSource Terminal { get; } = new("terminal", Environment.UserName);

    /// <summary>Somebody behind a request.</summary>
    public static AuditSource Of(HttpContext http, Guid? credential = null) =>
        new(http.Request.Path.StartsWithSegments("/api") ? "api" : "page", http.Connection.RemoteIpAddress?.ToString(), credential ?? http.Features.Get<SignedIn>()?.Credential);
}

/// <summary>One act as it is kept, for a year. It holds nothing that somebody wrote.</summary>
/// <param name="About">The token, link or session it is about; null where it is about none.</param>
/// <param name="Verb">Of a read at the terminal: by what, such as <c>report alignment</c>.</param>
public sealed record AuditRecord(
    Guid Id, Guid Person, DateTimeOffset At, AuditAct Act, Guid? About, AuditSource From, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Verb = null);

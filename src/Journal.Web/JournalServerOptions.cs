using Journal.Sealing;

namespace Journal.Web;

/// <summary>How the journal is served. Checked when the services are added.</summary>
public sealed class JournalServerOptions
{
    /// <summary>The database schema of all tables. Default <c>journal</c>; lower-case letters, digits and underscores.</summary>
    public string Schema { get; init; } = "journal";

    /// <summary>
    /// Names, without port, that requests may be addressed to besides this machine's loopback names. Default none. Without such a list a web page elsewhere
    /// could point a name of its own at this server and have its visitors' browsers talk to it.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The largest body of a request, in bytes. Default 1 MiB, fifty times the longest text an entry may have; more costs memory for each request at once.</summary>
    public int BodyLimit { get; init; } = 1024 * 1024;

    /// <summary>The largest file that is imported over HTTP, in bytes. Default and at most 256 MiB, what is read from a disk too; it lies in a temporary folder while it is read.</summary>
    public long ImportLimit { get; init; } = 256L * 1024 * 1024;

    /// <summary>Events on a page of the history when a request does not say. Default 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Events on a page of the history at most. Default 500; a larger page takes fewer requests and more memory.</summary>
    public int LargestPage { get; init; } = 500;

    /// <summary>How long a request may take. Default 30 seconds; a rebuilt report over decades takes under one.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests worked on at once. Default 64: beyond the database's connections more only wait in another place.</summary>
    public int ParallelRequests { get; init; } = 64;

    /// <summary>Requests that may wait for their turn. Default 256; those beyond are told to come back.</summary>
    public int WaitingRequests { get; init; } = 256;

    /// <summary>Requests at once that wait for something to be recorded. Default 500; each looks once a second.</summary>
    public int ParallelWaits { get; init; } = 500;

    /// <summary>How long a sign-in link is good. Default and at most 10 minutes.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a browser stays signed in. Default 30 days; shorter asks for a new link more often.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After how long without a visit a browser is signed out. Default 14 days; shorter asks for a new link more often.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whether this process keeps the read models up to date. Default true; false for nodes that only answer requests.</summary>
    public bool RunDaemon { get; init; } = true;

    /// <summary>By which server e-mail goes out, as <c>smtps://user:password@host:465?from=journal@example.org</c>. Default none: nobody can choose e-mail.</summary>
    public string? Smtp { get; init; }

    /// <summary>The address that people reach this server by, for links in what is sent to them. Default the one it listens on.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Whether webhooks and posts may go to addresses of this machine and its networks, and without TLS. Default false: a person could otherwise ask of this server what only it can reach.</summary>
    public bool WebhooksToPrivate { get; init; }

    /// <summary>Where the server key comes from that people's keys are wrapped with. Default none: a database in which words are encrypted is refused then.</summary>
    public ServerKeySource? WordsKey { get; init; }

    /// <summary>Whether words are to be encrypted from now on where they are not. Default false; once they are, they stay so, whatever this says.</summary>
    public bool EncryptWords { get; init; }

    /// <summary>Leads to the PostgreSQL as its superuser, where it is this journal's alone: what is erased leaves its files too. Default none. Not for logs.</summary>
    public string? OwnServer { get; init; }

    /// <summary>By which OpenID Connect provider people may sign in. Default none.</summary>
    public Access.Proving.OpenIdProvider? OpenId { get; init; }

    /// <summary>A folder with sample journals that people of this server may look around in. Default none.</summary>
    public string? Samples { get; init; }

    /// <summary>These, for a process that serves.</summary>
    internal JournalServerOptions Serving() => new() { Schema = Schema, RunDaemon = true, WordsKey = WordsKey };

    /// <summary>The name of one of our tables in statements.</summary>
    internal string Table(string name) => $"\"{Schema}\".{name}";

    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal JournalServerOptions Validated()
    {
        Require(Schema is [>= 'a' and <= 'z', ..] && Schema.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'), nameof(Schema));
        Require(AllowedHosts.All(host => Uri.CheckHostName(host) != UriHostNameType.Unknown), nameof(AllowedHosts));
        Require(BodyLimit is >= 1024 and <= 64 * 1024 * 1024, nameof(BodyLimit));
        Require(ImportLimit is >= 1024 and <= 256L * 1024 * 1024, nameof(ImportLimit));
        Require(LargestPage is >= 1 and <= 10_000 && PageSize >= 1 && PageSize <= LargestPage, nameof(PageSize));
        Require(RequestTimeout > TimeSpan.Zero && RequestTimeout <= TimeSpan.FromMinutes(10), nameof(RequestTimeout));
        Require(ParallelRequests >= 1 && WaitingRequests >= 0, nameof(ParallelRequests));
        Require(ParallelWaits >= 0, nameof(ParallelWaits));
        Require(LinkLifetime > TimeSpan.Zero && LinkLifetime <= TimeSpan.FromMinutes(10), nameof(LinkLifetime));
        Require(SessionIdle > TimeSpan.FromHours(2) && SessionIdle <= TimeSpan.FromDays(366), nameof(SessionIdle));
        Require(SessionLifetime > TimeSpan.Zero && SessionLifetime <= TimeSpan.FromDays(366), nameof(SessionLifetime));
        Require(PublicAddress is null || (Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), nameof(PublicAddress));
        Require(OpenId is null or { IsGood: true }, nameof(OpenId));
        if (Smtp is not null)
            _ = Reactions.Channels.MailServer.Parse(Smtp);
        return this;
    }

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw new ArgumentException($"The option {name} is outside its range.", name);
    }
}

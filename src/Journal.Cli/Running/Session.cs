using Journal.Cli.Output;
using Journal.Postgres;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web;
using Journal.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Journal.Cli.Running;

/// <summary>One run of a verb: the database, opened when first asked for, and the person it is about.</summary>
internal sealed class Session(string verb, string handle, bool isNamed, string? zone, Printer printer) : IAsyncDisposable
{
    private readonly string? given = Terminal.Variable("JOURNAL_DATABASE");
    private readonly HashSet<Guid> noted = [];
    private PostgresCluster? cluster;
    private IHost? host;
    private bool isWarned;

    public string Handle => handle;

    public Printer Printer => printer;

    /// <summary>True when the journal is kept in the private cluster of this machine.</summary>
    public bool IsPrivate => given is null;

    /// <summary>Where the server key comes from that people's keys are wrapped with.</summary>
    public ServerKeySource WordsKey { get; set; } = new(Terminal.Variable("JOURNAL_WORDS_KEY") ?? KeyAtHome(), Terminal.Variable("JOURNAL_WORDS_KEY_COMMAND"));

    /// <summary>Whether the environment lets webhooks and posts go to this machine and its networks.</summary>
    public static bool IsToPrivate => Variables.Choice("JOURNAL_WEBHOOKS_TO_PRIVATE") ?? false;

    /// <summary>A service of the journal, on a database that is up to date.</summary>
    public async Task<T> GetAsync<T>(CancellationToken ct)
        where T : notnull => (await OpenAsync(ct)).GetRequiredService<T>();

    /// <summary>Where the journal is kept: JOURNAL_DATABASE, or the private cluster, which is started if need be.</summary>
    public async Task<string> ConnectionStringAsync(CancellationToken ct)
    {
        if (given is not null)
        {
            return given;
        }

        Terminal.StayHome();
        cluster ??= await PostgresCluster.StartAsync(new PostgresClusterOptions(), ct);
        return cluster.ConnectionString;
    }

    /// <summary>Leads to the same server as whoever may do most there: the superuser of the private cluster, or whom JOURNAL_DATABASE names.</summary>
    public async Task<string> ServerConnectionStringAsync(CancellationToken ct)
    {
        var journal = await ConnectionStringAsync(ct);
        return OwnServer ?? journal;
    }

    /// <summary>Leads to the private cluster as its superuser, once it runs; null where the journal is kept elsewhere.</summary>
    public string? OwnServer => cluster?.SuperuserConnectionString;

    /// <summary>Starts the private cluster again whenever it has ended; nothing to do where the journal is kept elsewhere.</summary>
    public Task KeepDatabaseRunningAsync(Action<string> tell, CancellationToken ct) => cluster?.KeepRunningAsync(tell, ct) ?? Task.CompletedTask;

    /// <summary>The person, entered now if they are new.</summary>
    public async Task<Person> PersonAsync(CancellationToken ct)
    {
        CheckZone();
        var (person, refusal) = await (await GetAsync<PeopleRegistry>(ct)).EnsureAsync(handle, zone ?? LocalZone(), ct);
        return Warned(person ?? throw VerbException.Of(refusal!));
    }

    /// <summary>The person for a verb that only looks, or that is about something that is there: nobody is entered by it. Who is not there has an empty journal, unless they were named.</summary>
    /// <param name="ct">Cancels.</param>
    /// <param name="mayBeNew">Whether they may be named without being there, as in a trial run.</param>
    public async Task<Person> ReaderAsync(CancellationToken ct, bool mayBeNew = false)
    {
        CheckZone();
        var people = await GetAsync<PeopleRegistry>(ct);
        if (await people.FindAsync(handle, ct) is { } known)
        {
            await NoteReadAsync(known, ct);
            return Warned(known);
        }

        if (isNamed && !mayBeNew)
            throw await UnknownAsync(people, handle, ct);
        return new Person(Guid.Empty, handle, zone ?? LocalZone(), default);
    }

    /// <summary>The person for a verb that gives access to a journal: they are there, or they are the one that nobody had to name.</summary>
    public async Task<Person> OwnerAsync(CancellationToken ct) => isNamed ? await ReaderAsync(ct) : await PersonAsync(ct);

    /// <summary>What to say of a handle that nobody has.</summary>
    public static async Task<VerbException> UnknownAsync(PeopleRegistry people, string handle, CancellationToken ct) => new(
        ExitCode.NotFound, "person.unknown", "There is nobody of that handle; journal person list shows who is there." + Nearest.Hint(handle, (await people.ListAsync(ct)).Select(person => person.Handle)));

    /// <summary>The person as an author, in the zone that was asked for or in their own.</summary>
    public async Task<Author> AuthorAsync(string source, CancellationToken ct) => As(await PersonAsync(ct), source);

    /// <summary>The same for a verb that enters nobody.</summary>
    public async Task<Author> ReadingAuthorAsync(CancellationToken ct, string source = "cli", bool mayBeNew = false) => As(await ReaderAsync(ct, mayBeNew), source);

    /// <summary>A time as it was typed, in the author's zone; null when none was.</summary>
    public static DateTimeOffset? At(string? text, Author author) =>
        text is null ? null
        : LocalTime.TryParse(Spoken(text, author), out var moment) ? moment.In(author.Zone)
        : throw new VerbException(ExitCode.Refused, "time.invalid", SpokenTime.Forms);

    /// <summary>A time as the journal's questions take it: days and times in words are written out.</summary>
    public static string? Spoken(string? text, Author author) => SpokenTime.Read(text, author.Zone, TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    /// <summary>Notes in the audit of somebody that the operator looks. On a machine's private cluster, whoever types is who writes; anywhere else it is noted before anything is shown.</summary>
    internal async Task NoteReadAsync(Person person, CancellationToken ct)
    {
        if (IsPrivate || !OperatorReads.Are(verb) || !noted.Add(person.Id))
            return;
        try
        {
            await (await GetAsync<AuditTrail>(ct)).NoteReadAsync(person.Id, verb, OperatorReads.From, ct);
        }
        catch (Exception refused) when (Failure.Sql(refused) is { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege })
        {
            throw new VerbException(ExitCode.NoDatabase, "audit.unwritten", "Nothing is shown: it could not be noted in the person's audit that it is, for this database takes nothing in. Ask the one that does, and not its copy.");
        }
    }

    private Author As(Person person, string source)
    {
        var author = person.As(source, $"{source} {Guid.CreateVersion7():N}");
        return zone is not null && Zones.TryFind(Zones.Canonical(zone), out var asked) ? author with { Zone = asked } : author;
    }

    private Person Warned(Person person)
    {
        if (!isWarned && person.ZoneWarning() is { } warning)
        {
            isWarned = true;
            Printer.Warn(warning);
        }

        return person;
    }

    // Before the database is touched: a zone that is none must not leave a person behind.
    private void CheckZone()
    {
        if (zone is not null && !Zones.TryFind(zone, out _))
        {
            throw VerbException.Of(Zones.Unknown);
        }
    }

    /// <summary>The zone of this machine.</summary>
    internal static string LocalZone() =>
        Zones.TryFind(Terminal.Current.Zone ?? TimeZoneInfo.Local.Id, out var local) ? local.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(Terminal.Current.Zone ?? TimeZoneInfo.Local.Id, out var iana) ? iana
        : "UTC";

    private async Task<IServiceProvider> OpenAsync(CancellationToken ct)
    {
        if (Terminal.Current.Journal is { } open)
        {
            return open;
        }

        if (host is null)
        {
            var connection = await ConnectionStringAsync(ct);
            host = await JournalHost.OpenAsync(connection, new JournalServerOptions { RunDaemon = false, WordsKey = WordsKey, WebhooksToPrivate = IsToPrivate, OwnServer = OwnServer }, ct);
        }

        return host.Services;
    }

    // An account without a home may still keep its journal elsewhere.
    private static string? KeyAtHome()
    {
        try
        {
            return Path.Combine(JournalHome.Resolve(), "words.key");
        }
        catch (PostgresClusterException)
        {
            return null;
        }
    }
}

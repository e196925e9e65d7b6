using Journal.Cli.Output;
using Journal.Postgres;
using Journal.Recording;
using Journal.Web;
using Journal.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Cli.Running;

/// <summary>One run of a verb: the database, opened when first asked for, and the person it is about.</summary>
internal sealed class Session(string handle, string? zone, Printer printer) : IAsyncDisposable
{
    private readonly string? given = Environment.GetEnvironmentVariable("JOURNAL_DATABASE") is { Length: > 0 } text ? text : null;
    private PostgresCluster? cluster;
    private IHost? host;

    public string Handle => handle;

    public Printer Printer => printer;

    /// <summary>True when the journal is kept in the private cluster of this machine.</summary>
    public bool IsPrivate => given is null;

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

        cluster ??= await PostgresCluster.StartAsync(new PostgresClusterOptions(), ct);
        return cluster.ConnectionString;
    }

    /// <summary>Starts the private cluster again whenever it has ended; nothing to do where the journal is kept elsewhere.</summary>
    public Task KeepDatabaseRunningAsync(Action<string> tell, CancellationToken ct) => cluster?.KeepRunningAsync(tell, ct) ?? Task.CompletedTask;

    /// <summary>The person, entered now if they are new.</summary>
    public async Task<Person> PersonAsync(CancellationToken ct)
    {
        var (person, refusal) = await (await GetAsync<PeopleRegistry>(ct)).EnsureAsync(handle, zone ?? LocalZone(), ct);
        return person ?? throw VerbException.Of(refusal!);
    }

    /// <summary>The person as an author, in the zone that was asked for or in their own.</summary>
    public async Task<Author> AuthorAsync(string source, CancellationToken ct)
    {
        CheckZone();
        var author = (await PersonAsync(ct)).As(source, $"{source} {Guid.CreateVersion7():N}");
        return zone is not null && Zones.TryFind(zone, out var asked) ? author with { Zone = asked } : author;
    }

    /// <summary>A time as it was typed, in the author's zone; null when none was.</summary>
    public static DateTimeOffset? At(string? text, Author author) =>
        text is null ? null
        : LocalTime.TryParse(text, out var moment) ? moment.In(author.Zone)
        : throw new VerbException(ExitCode.Refused, "time.invalid", "A time is a date (2026-01-05), a local time (2026-01-05T07:30) or an instant with its offset.");

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

    // Before the database is touched: a zone that is none must not leave a person behind.
    private void CheckZone()
    {
        if (zone is not null && !Zones.TryFind(zone, out _))
        {
            throw VerbException.Of(Zones.Unknown);
        }
    }

    private static string LocalZone() => Zones.TryFind(TimeZoneInfo.Local.Id, out var local) ? local.Id : "UTC";

    private async Task<IServiceProvider> OpenAsync(CancellationToken ct)
    {
        host ??= await JournalHost.OpenAsync(await ConnectionStringAsync(ct), ct);
        return host.Services;
    }
}

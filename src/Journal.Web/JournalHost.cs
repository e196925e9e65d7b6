using Journal.Sealing;
using Journal.Web.Operations;
using Npgsql;

namespace Journal.Web;

/// <summary>The journal in a process that serves nobody: what the terminal opens for one verb.</summary>
public static class JournalHost
{
    /// <summary>Opens the journal in a database in which words are not encrypted.</summary>
    public static Task<IHost> OpenAsync(string connectionString, CancellationToken ct) => OpenAsync(connectionString, wordsKey: null, ct);

    /// <summary>Opens the journal in a database, whose tables are brought up to date first where they must be.</summary>
    /// <param name="connectionString">Leads to the database.</param>
    /// <param name="wordsKey">Where the server key comes from, for a database in which words are encrypted; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="SealingException">Words are encrypted in it, and the server key is not here or is another.</exception>
    public static Task<IHost> OpenAsync(string connectionString, ServerKeySource? wordsKey, CancellationToken ct) =>
        OpenAsync(connectionString, new JournalServerOptions { RunDaemon = false, WordsKey = wordsKey }, ct);

    /// <summary>The same with options of the caller's.</summary>
    public static Task<IHost> OpenAsync(string connectionString, JournalServerOptions options, CancellationToken ct) =>
        StartAsync(services => services.AddJournal(connectionString, options), ct);

    /// <summary>Opens the journal on a data source that the caller keeps and disposes of.</summary>
    public static Task<IHost> OpenAsync(NpgsqlDataSource database, CancellationToken ct) => OpenAsync(database, new() { RunDaemon = false }, ct);

    /// <summary>The same with options of the caller's.</summary>
    public static Task<IHost> OpenAsync(NpgsqlDataSource database, JournalServerOptions options, CancellationToken ct) =>
        StartAsync(services => services.AddJournal(database, options), ct);

    /// <summary>Makes the tables of a journal in a database that has none, and nothing else.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        using var host = Build(services => services.AddJournal(database));
        await host.Services.GetRequiredService<JournalDatabase>().MigrateAsync(ct);
    }

    internal static IHost Build(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        add(builder.Services);
        return builder.Build();
    }

    private static async Task<IHost> StartAsync(Action<IServiceCollection> add, CancellationToken ct)
    {
        var host = Build(add);
        await host.Services.GetRequiredService<JournalDatabase>().MigrateAsync(ct);
        await host.StartAsync(ct);
        return host;
    }
}

using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.Reports.Events;
using Journal.Reports.Facts;
using Journal.Server.Credentials;
using Journal.Server.Export;
using Journal.Server.History;
using Journal.Server.Import.Loop;
using Journal.Server.Import.Ndjson;
using Journal.Server.Moments;
using Journal.Server.People;
using Journal.Server.Recording;
using Journal.Server.Reports;
using Journal.Server.Retrospect;
using Journal.Server.Verifying;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Journal.Server.Hosting;

/// <summary>The journal without HTTP: everything a command line needs to record and report on its own.</summary>
public static class JournalServices
{
    /// <summary>Adds the journal on a database. The data source belongs to the services and goes with them.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, string connectionString, JournalServerOptions? options = null) =>
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString)).AddJournalOnDataSource(options);

    /// <summary>Adds the journal on a data source that the caller keeps and disposes of.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, NpgsqlDataSource database, JournalServerOptions? options = null) =>
        services.AddSingleton(database).AddJournalOnDataSource(options);

    private static IServiceCollection AddJournalOnDataSource(this IServiceCollection services, JournalServerOptions? options)
    {
        services.AddSingleton((options ?? new()).Validated());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PostgresEventStore(
            provider.GetRequiredService<NpgsqlDataSource>(),
            JournalCatalog.Build(),
            new EventStoreOptions { Schema = provider.GetRequiredService<JournalServerOptions>().Schema }));
        services.AddSingleton<FactsProjection>().AddSingleton<FactsReader>();
        services.AddSingleton(provider => new ProjectionDaemon(provider.GetRequiredService<PostgresEventStore>(), [provider.GetRequiredService<FactsProjection>()]));
        services.AddSingleton<JournalDatabase>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<NamedTimes>().AddSingleton<ReportQuestions>().AddSingleton<RetrospectDesk>().AddSingleton<JournalVerification>();
        services.AddSingleton<HistoryDesk>().AddSingleton<ReportDesk>().AddSingleton<LoopImport>().AddSingleton<NdjsonImport>().AddSingleton<JournalExport>();
        services.AddSingleton<PeopleRegistry>().AddSingleton<TokenRegistry>().AddSingleton<SignInLinks>();
        return services;
    }
}

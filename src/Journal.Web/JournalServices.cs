using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.History;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Interchange.Loop;
using Journal.Web.Operations;
using Journal.Web.Recording;
using Journal.Web.Reports;
using Journal.Web.TimeTravel;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Journal.Web;

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
        services.AddSingleton<NamedTimes>().AddSingleton<ReportQuestions>().AddSingleton<TimeTravelQueries>().AddSingleton<JournalVerification>();
        services.AddSingleton<HistoryQueries>().AddSingleton<ReportQueries>().AddSingleton<LoopImport>().AddSingleton<NdjsonImport>().AddSingleton<JournalExport>();
        services.AddSingleton<PeopleRegistry>().AddSingleton<TokenRegistry>().AddSingleton<SignInLinks>();
        return services;
    }
}

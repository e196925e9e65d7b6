using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events.Daemon;
using Journal.Commands;
using Journal.Facts;
using Journal.Sealing;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Administering;
using Journal.Web.Erasing;
using Journal.Web.History;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Csv;
using Journal.Web.Interchange.Exporting;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Interchange.Running;
using Journal.Web.Operations;
using Journal.Web.Reactions;
using Journal.Web.ReadModels;
using Journal.Web.Reports;
using Journal.Web.Sealing;
using Journal.Web.Samples;
using Journal.Web.Search;
using Journal.Web.Sharing;
using Journal.Web.Telemetry;
using Journal.Web.TimeTravel;
using Journal.Web.Today;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Wolverine;
using Wolverine.Marten;

namespace Journal.Web;

/// <summary>The journal without HTTP: everything a command line needs to record and report on its own.</summary>
public static class JournalServices
{
    /// <summary>Adds the journal on a database. The data source belongs to the services and goes with them.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, string connectionString, JournalServerOptions? options = null) =>
        services.AddSingleton(_ => NpgsqlDataSource.Create(Impatient(connectionString))).AddJournalOnDataSource(options ?? new());

    // A server that is stopped or cut off takes no cancellation either: waiting for that is bounded, and TCP asks whether it is there. What the operator chose stands.
    private static NpgsqlConnectionStringBuilder Impatient(string connectionString)
    {
        var chosen = new NpgsqlConnectionStringBuilder(connectionString);
        foreach (var (key, value) in new (string, object)[] { ("Cancellation Timeout", 500), ("Tcp Keepalive", true), ("Tcp Keepalive Time", 30), ("Tcp Keepalive Interval", 5) })
        {
            if (!chosen.ShouldSerialize(key))
                chosen[key] = value;
        }

        return chosen;
    }

    /// <summary>Adds the journal on a data source that the caller keeps and disposes of.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, NpgsqlDataSource database, JournalServerOptions? options = null) =>
        services.AddSingleton(database).AddJournalOnDataSource(options ?? new());

    private static IServiceCollection AddJournalOnDataSource(this IServiceCollection services, JournalServerOptions options)
    {
        services.AddSingleton(options.Validated());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostedService<SealingWatch>();
        AddStore(services, options);
        services.AddSingleton(provider => new PersonKeys(provider.GetRequiredService<NpgsqlDataSource>(), options.Schema, options.WordsKey, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WordSealer>().AddSingleton<EarlierWords>();
        services.AddSingleton(provider => new PersonEvents(provider.GetRequiredService<NpgsqlDataSource>(), options.Schema, provider.GetRequiredService<WordSealer>()));
        services.AddSingleton<FactsReader>().AddSingleton<JournalDatabase>().AddSingleton<Projections>().AddSingleton<Recorder>();
        services.AddSingleton<NamedTimes>().AddSingleton<ReportQuestions>().AddSingleton<TimeTravelQueries>().AddSingleton<JournalVerification>();
        services.AddSingleton<HistoryQueries>().AddSingleton<HistoryFollower>().AddSingleton<TodayQueries>().AddSingleton<ReportQueries>().AddSingleton<FileImport>().AddSingleton<Imports>().AddSingleton<ImportRuns>().AddSingleton<ServerAddresses>().AddSingleton<NdjsonImport>().AddSingleton<JournalExport>().AddSingleton<JournalArchive>();
        services.AddMetrics().AddSingleton<JournalMeter>().AddSingleton<Passwords>().AddSingleton<RecoveryCodes>().AddSingleton<Invitations>();
        services.AddSingleton<WordSearch>().AddSingleton<PeopleRegistry>().AddSingleton<TokenRegistry>().AddSingleton<AuditTrail>().AddSingleton<Grants>().AddSingleton<SharedJournals>().AddSingleton<OwnComments>().AddSingleton<CommentsReceived>().AddSingleton<SignInLinks>();
        services.AddSingleton<SampleJournals>().AddSingleton<PersonEraser>().AddSingleton<Erasures>().AddSingleton<WordsEraser>().AddSingleton<SpaceCleaner>().AddSingleton<Administration>();
        ReactionServices.Add(services, options.RunDaemon);
        return services;
    }

    private static void AddStore(IServiceCollection services, JournalServerOptions options)
    {
        var marten = services.AddMarten(provider =>
        {
            var store = new StoreOptions();
            store.Connection(provider.GetRequiredService<NpgsqlDataSource>());
            store.Events.TimeProvider = provider.GetRequiredService<TimeProvider>();
            JournalStore.Configure(store, options.Schema, provider.GetRequiredService<WordSealer>());
            AccessDocuments.Configure(store);
            ErasureDocuments.Configure(store);
            ProvingDocuments.Configure(store);
            SharingDocuments.Configure(store);
            store.Schema.For<VerifiedState>().SingleTenanted();
            store.Schema.For<ImportRun>().UseOptimisticConcurrency(true);
            store.Schema.For<ImportPart>().Index(part => part.Run);
            store.Schema.For<ImportProgress>();
            store.Schema.For<RememberedMap>();
            store.Schema.For<SampleChoice>().SingleTenanted();
            AlignmentProjection.Register(store, provider.GetRequiredService<PersonEvents>(), provider.GetRequiredService<ILogger<HistoryKeeper>>(), tells: options.RunDaemon);
            WordsProjection.Register(store, provider.GetRequiredService<WordSealer>());
            ReactionDocuments.Configure(store, provider.GetRequiredService<TimeProvider>());
            // The terminal leaves the projections to the server; Marten would warn about that on standard output.
            store.Projections.AsyncMode = options.RunDaemon ? DaemonMode.HotCold : DaemonMode.ExternallyManaged;
            return store;
        }).IntegrateWithWolverine(wolverine => wolverine.MessageStorageSchemaName = options.Schema).UseLightweightSessions();
        services.AddWolverine(ExtensionDiscovery.ManualOnly, wolverine =>
        {
            wolverine.ServiceName = "journal";
            wolverine.AutoBuildMessageStorageOnStartup = AutoCreate.CreateOrUpdate;
            wolverine.ApplicationAssembly = typeof(JournalServices).Assembly;
            wolverine.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            wolverine.Durability.Mode = options.RunDaemon ? DurabilityMode.Solo : DurabilityMode.MediatorOnly;
            wolverine.Discovery.DisableConventionalDiscovery().IncludeType(typeof(RecordHandler)).IncludeType(typeof(RunImportHandler)).IncludeType(typeof(NoticeHandler));
            // What a projection tells lies in the database from the moment it is true to the moment it is handled.
            wolverine.Policies.UseDurableLocalQueues();
            Recorder.RetryLostRaces(wolverine);
        });
        if (options.RunDaemon)
        {
            // Behind Wolverine, whose bus must be there before anything is told.
            marten.AddAsyncDaemon(DaemonMode.HotCold);
            services.AddHostedService<ProjectionWatch>();
        }
    }
}

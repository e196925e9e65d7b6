using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using JasperFx.Events.Subscriptions;
using Journal.Facts;
using Marten;

namespace Journal.Web.ReadModels;

/// <summary>
/// Alignment history and regression cycles, kept by Marten's daemon. The documents, what has been told, the messages and the progress are one transaction.
/// </summary>
/// <remarks>
/// A projection of Marten's own makes one document of the events of one identity, or has no way to publish; this one runs each page itself, on the batch that Marten opens for
/// the page. Decision record 64 says what was weighed.
/// </remarks>
internal sealed class AlignmentProjection : ProjectionWrapper<IDocumentOperations, IQuerySession>, ISubscriptionFactory<IDocumentOperations, IQuerySession>
{
    /// <summary>What the daemon calls it.</summary>
    public const string ProjectionName = "alignment";

    /// <summary>To be raised when the same events make other documents: the new ones are made in tables of their own, beside those in use.</summary>
    public const uint CurrentVersion = 1;

    private readonly HistoryKeeper keeper;
    private readonly bool tells;

    private AlignmentProjection(HistoryKeeper keeper, string name, uint version, bool tells)
        : base(keeper, ProjectionLifecycle.Async)
    {
        (this.keeper, this.tells, Name, Version) = (keeper, tells, name, version);
        Options.BatchSize = 5_000;
        Options.DeleteViewTypeOnTeardown<AlignmentHistory>();
        Options.DeleteViewTypeOnTeardown<AlignmentHistoryWeek>();
        Options.DeleteViewTypeOnTeardown<RegressionCycle>();
    }

    /// <summary>Adds the projection, with its documents in tables of its version.</summary>
    /// <param name="tells">Whether this process has a bus for what is news. What the terminal brings up to date is told by the next server that does so.</param>
    public static void Register(StoreOptions options, PersonEvents events, ILogger log, bool tells, string name = ProjectionName, uint version = CurrentVersion)
    {
        options.Schema.For<AlignmentHistory>().DocumentAlias($"alignmenthistory_{version}");
        options.Schema.For<AlignmentHistoryWeek>().DocumentAlias($"alignmenthistoryweek_{version}");
        options.Schema.For<RegressionCycle>().DocumentAlias($"regressioncycle_{version}");
        options.Schema.For<ToldOfPractice>().DocumentAlias("toldofpractice");
        options.Projections.Add(new AlignmentProjection(new(events, name, log), name, version, tells), ProjectionLifecycle.Async);
    }

    ISubscriptionExecution ISubscriptionFactory<IDocumentOperations, IQuerySession>.BuildExecution(
        IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, ILoggerFactory loggerFactory, ShardName shardName) =>
        new Pages(shardName, Options, store, database, keeper, tells, loggerFactory.CreateLogger<AlignmentProjection>());

    ISubscriptionExecution ISubscriptionFactory<IDocumentOperations, IQuerySession>.BuildExecution(
        IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, ILogger logger, ShardName shardName) =>
        new Pages(shardName, Options, store, database, keeper, tells, logger);

    private sealed class Pages(
        ShardName shard, AsyncOptions options, IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, HistoryKeeper keeper, bool canTell, ILogger logger)
        : ProjectionExecution<IDocumentOperations, IQuerySession>(shard, options, store, database, keeper, logger)
    {
        protected override async Task<IProjectionBatch> buildBatchWithNoSkippingAsync(EventRange range, CancellationToken cancellationToken)
        {
            var batch = await _store.StartProjectionBatchAsync(range, _database, Mode, _options, cancellationToken);
            try
            {
                // Marten hands messages over to the outbox only with events that it has read.
                var tells = canTell && Mode == ShardExecutionMode.Continuous && range.Events.Count > 0 && !range.Agent.SideEffectsSuppressed;
                foreach (var (tenant, last) in await keeper.TouchedAsync(range.SequenceFloor, range.SequenceCeiling, cancellationToken))
                {
                    await using var session = batch.SessionForTenant(tenant);
                    foreach (var message in await keeper.ApplyAsync(session, tenant, last, tells, logs: Mode != ShardExecutionMode.Rebuild, cancellationToken))
                        await batch.PublishMessageAsync(message, tenant);
                }

                return batch;
            }
            catch
            {
                await batch.DisposeAsync();
                throw;
            }
        }
    }
}

using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>A projection being built anew, beside the tables in use.</summary>
public interface IProjectionRebuild
{
    /// <summary>Applies events, in the order of the log.</summary>
    /// <exception cref="PoisonEventException">An event cannot be taken, and which.</exception>
    Task ApplyAsync(IReadOnlyList<RecordedEvent> page, CancellationToken ct);

    /// <summary>Writes what is still in memory. More events may follow.</summary>
    Task FlushAsync(CancellationToken ct);

    /// <summary>Puts the new tables in the place of the old, in the transaction that also sets the progress.</summary>
    Task SwapAsync(ProjectionTransaction transaction, CancellationToken ct);
}

/// <summary>What a rebuild works with.</summary>
/// <param name="Db">Connections.</param>
/// <param name="Schema">The quoted name of the store's schema.</param>
/// <param name="MemoryBudget">Bytes that the projection's state may take in memory.</param>
public sealed record RebuildContext(NpgsqlDataSource Db, string Schema, long MemoryBudget);

namespace Journal.EventStore.Projections;

/// <summary>Something kept up to date from the events: a page of events and the progress past it are committed together.</summary>
public interface IProjection
{
    /// <summary>Its name; with the version it names the progress row and, by custom, its tables.</summary>
    string Name { get; }

    /// <summary>Raised when its rows change meaning; another version has its own progress and rows, so that the old ones serve until the new are there.</summary>
    int Version { get; }

    /// <summary>Stored names of the events it wants; null for all.</summary>
    IReadOnlyCollection<string>? Types { get; }

    /// <summary>Creates its tables if they are missing.</summary>
    Task PrepareAsync(ProjectionTransaction transaction, CancellationToken ct);

    /// <summary>Applies events, in the order of the log, inside the transaction that also moves the progress.</summary>
    Task ApplyAsync(IReadOnlyList<RecordedEvent> page, ProjectionTransaction transaction, CancellationToken ct);

    /// <summary>Begins building its tables anew beside the ones in use; what an earlier attempt left is thrown away.</summary>
    Task<IProjectionRebuild> BeginRebuildAsync(RebuildContext context, CancellationToken ct);
}

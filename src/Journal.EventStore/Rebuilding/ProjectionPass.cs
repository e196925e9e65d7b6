using Journal.EventStore.Projections;
using Npgsql;

namespace Journal.EventStore.Rebuilding;

/// <summary>One projection's part in a rebuild.</summary>
internal sealed class ProjectionPass(IProjection projection, IProjectionRebuild rebuild, HashSet<string>? types, SkippedEvents skipped)
{
    private readonly bool skips = skipped.Any(projection);

    public IProjection Projection => projection;

    public IProjectionRebuild Rebuild => rebuild;

    public static async Task<ProjectionPass> BeginAsync(
        PostgresEventStore store, NpgsqlConnection connection, IProjection projection, RebuildContext context, SkippedEvents skipped, CancellationToken ct)
    {
        await new ProjectionPreparation(store).RunAsync(connection, ProgressRow.NameOf(projection), projection.PrepareAsync, ct);
        return new(projection, await projection.BeginRebuildAsync(context, ct), projection.Types?.ToHashSet(StringComparer.Ordinal), skipped);
    }

    /// <exception cref="PoisonEventException">An event cannot be taken.</exception>
    public Task ApplyAsync(IReadOnlyList<RecordedEvent> page, CancellationToken ct) =>
        rebuild.ApplyAsync(types is null && !skips ? page : [.. page.Where(IsWanted)], ct);

    private bool IsWanted(RecordedEvent e) => (types is null || types.Contains(e.Type)) && !(skips && skipped.Has(projection, e.Position));
}

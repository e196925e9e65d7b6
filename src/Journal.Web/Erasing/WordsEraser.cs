using System.Text.Json;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Access;
using Journal.Web.Operations;
using Journal.Web.ReadModels;
using Journal.Web.Search;
using Journal.Web.Sharing;
using Marten;
using Npgsql;

namespace Journal.Web.Erasing;

/// <summary>Erases the words of one event or of one subject, whose figures stay as they are; or a whole subject, to which nothing else refers.</summary>
/// <remarks>
/// The subject's stream is held from the first look to the commit, and the projections have passed its last event before anything is changed: so no page in flight can bring the
/// words back, and nobody decides on what is about to go. Marten's own masking rewrites events, but leaves headers and documents as they are.
/// </remarks>
public sealed class WordsEraser(IDocumentStore store, PersonEvents events, Projections projections, JournalServerOptions options, WordSealer sealer, TimeProvider clock, ILogger<WordsEraser> log)
{
    private readonly JsonSerializerOptions stored = EventTypes.Stored(sealer);
    private static readonly Refusal Unknown = Refusal.Unknown("erasure.unknown", "There is no such subject or event.");
    private static readonly Refusal Part = Refusal.Invalid("erasure.part", "An event is a part of its subject and stays; its words can be erased, or the whole subject.");
    private static readonly Refusal Unreadable = Refusal.Conflict("erasure.unreadable", "This version cannot read the event, and so not tell its words; the whole subject can be erased.");

    /// <param name="person">Whose.</param>
    /// <param name="id">An event, or a subject with all its events.</param>
    /// <param name="whole">Whether the subject itself goes.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels; nothing is changed then.</param>
    /// <returns>How many events it was done to, or why not: <c>erasure.unknown</c>, <c>erasure.part</c>, <c>erasure.unreadable</c>, <c>subject.referred</c>, <c>projections.stand</c>.</returns>
    public async Task<(int Events, Refusal? Refusal)> EraseAsync(Guid person, Guid id, bool whole, AuditSource from, CancellationToken ct)
    {
        var tenant = Author.TenantOf(person);
        var one = await events.FindAsync(tenant, id, ct);
        if (one is not null && whole)
            return (0, Part);
        await using var session = store.LightweightSession(tenant);
        var subject = one?.Stream ?? id;
        await session.BeginTransactionAsync(ct);
        await RunAsync(session, "select 1 from {0} where tenant_id = $1 and id = $2 for update", "mt_streams", subject, ct);
        var all = await events.SubjectAsync(tenant, subject, 1, ct);
        if (all.Count == 0)
            return (0, Unknown);
        var chosen = one is null ? all : [.. all.Where(e => e.Id == one.Id)];
        if (!whole && chosen.Exists(e => e.Data is UnreadableEvent))
            return (0, Unreadable);
        if (whole && await ReferringAsync(tenant, all, ct) is var referring and > 0)
            return (0, Refusal.Conflict("subject.referred", $"{referring} events of other subjects refer to this one, which would be lost to them. Its words alone can be erased."));
        try
        {
            await projections.CatchUpAsync(ct);
        }
        catch (ProjectionsStandException stand)
        {
            return (0, Refusal.Conflict("projections.stand", stand.Message));
        }

        await (whole ? TakeOutAsync(session, subject, ct) : RedactAsync(session, chosen, ct));
        foreach (var e in chosen)
            session.Delete<WrittenText>(e.Id);
        session.Store(Rewritten.Now());
        session.Store(ErasedSpace.New());
        session.Delete<VerifiedState>(tenant);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.WordsErased, null, from);
        foreach (var document in new[] { typeof(AlignmentHistory), typeof(AlignmentHistoryWeek), typeof(RegressionCycle) })
            await RunAsync(session, "delete from {0} where tenant_id = $1 and $2::uuid is not null", TableOf(document), subject, ct);
        await session.SaveChangesAsync(ct);
        events.Forget(person);
        await RemakeAsync(tenant, ct);
        return (chosen.Count, null);
    }

    private async Task RedactAsync(IDocumentSession session, List<RecordedEvent> chosen, CancellationToken ct)
    {
        var theirs = sealer.IsOn ? await sealer.Keys.EnsureAsync(session.TenantId, ct) : null;
        foreach (var e in chosen)
        {
            var now = e with { Data = Redaction.Of(e.Data), Headers = ImportHeader.Emptied(e.Headers) };
            await sealer.ClaimAsync(now.Data, session.TenantId, ct);
            await RunAsync(
                session, "update {0} set data = $3, headers = case when headers is null then null else $4 end where tenant_id = $1 and id = $2", "mt_events", e.Id, ct,
                JsonSerializer.Serialize(now.Data, now.Data.GetType(), stored), System.Text.Encoding.UTF8.GetString((sealer.IsOn ? ImportHeader.Seal(now.Headers, text => WordSealer.Seal(text, theirs)) : now.Headers).Utf8));
        }
    }

    private async Task TakeOutAsync(IDocumentSession session, Guid subject, CancellationToken ct)
    {
        session.Delete<ToldOfPractice>(subject);
        session.DeleteWhere<Comment>(comment => comment.Subject == subject);
        foreach (var state in SubjectStates.All.Where(state => state.IsAssignableTo(typeof(ILongHistory))))
            await RunAsync(session, "delete from {0} where tenant_id = $1 and id = $2", TableOf(state), subject, ct);
        await RunAsync(session, "delete from {0} where tenant_id = $1 and stream_id = $2", "mt_events", subject, ct);
        await RunAsync(session, "delete from {0} where tenant_id = $1 and id = $2", "mt_streams", subject, ct);
    }

    // Behind the commit, for it reads what is committed; where this process ends between the two, the person's next event has it made.
    private async Task RemakeAsync(string tenant, CancellationToken ct)
    {
        if (await events.LastAsync(tenant, ct) is not { } last)
            return;
        await using var session = store.LightweightSession(tenant);
        await new HistoryKeeper(events, AlignmentProjection.ProjectionName, log).ApplyAsync(session, tenant, last, tells: false, logs: false, ct);
        await session.SaveChangesAsync(ct);
    }

    private Task<long> ReferringAsync(string tenant, List<RecordedEvent> subject, CancellationToken ct) =>
        events.NamingAsync(tenant, subject[0].Stream, [subject[0].Stream, .. subject.Select(e => e.Data).OfType<IPartOf>().Select(part => part.PartId).Distinct()], ct);

    private string TableOf(Type document) => store.Options.FindOrResolveDocumentType(document).TableName.Name;

    private async Task RunAsync(IDocumentSession session, string sql, string table, Guid id, CancellationToken ct, params string[] json)
    {
        await using var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, options.Table(table)));
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = id });
        foreach (var one in json)
            command.Parameters.Add(new() { Value = one, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        await session.ExecuteAsync(command, ct);
    }
}

using JasperFx;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Reactions;
using Marten;
using Wolverine.Marten;

namespace Journal.Web.Interchange.Running;

/// <summary>Imports that run by themselves: the file is kept in the database until it is in, so that a server that is stopped, or killed, goes on with it.</summary>
/// <remarks>A file goes in whole or not at all, and a second time changes nothing; so an import may begin again as often as it must.</remarks>
public sealed class ImportRuns(IDocumentStore store, Imports imports, PeopleRegistry people, Notices notices, TimeProvider clock)
{
    private const int PartLength = 1 << 20;
    private const int Shown = 50;
    private const int MostOpen = 3;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Keeps a file, and tells the server to import it; both or neither.</summary>
    /// <returns>The import, or why there is none: <c>imports.count</c>.</returns>
    public async Task<(ImportRun? Run, Refusal? Refusal)> BeginAsync(Guid person, ImportJob job, IMartenOutbox outbox, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(outbox);
        var now = clock.GetUtcNow();
        var run = new ImportRun(Guid.CreateVersion7(now), job.Name, job.Format, job.Map, job.DryRun, ImportState.Waiting, now) { DayStartsAt = job.DayStartsAt };
        await using var session = Session(person);
        if (await session.Query<ImportRun>().CountAsync(one => one.Ended == null, ct) >= MostOpen)
            return (null, Refusal.Conflict("imports.count", $"{MostOpen} imports are waiting or running; wait for one, or take one back."));
        outbox.Enroll(session);
        var past = now - Kept;
        session.DeleteWhere<ImportRun>(old => old.Ended != null && old.Ended < past);
        session.Insert(run);
        await using var file = File.OpenRead(job.Path);
        for (var number = 0; await PartAsync(file, ct) is { Length: > 0 } content; number++)
            session.Insert(new ImportPart(Guid.CreateVersion7(now), run.Id, number, content));
        await outbox.PublishAsync(new RunImport(person, run.Id));
        await session.SaveChangesAsync(ct);
        return (run, null);
    }

    /// <summary>The person's import of an id, and how far it is; null where there is none.</summary>
    public async Task<(ImportRun Run, ImportProgress? Progress)?> FindAsync(Guid person, Guid id, CancellationToken ct)
    {
        await using var session = Session(person);
        return await session.LoadAsync<ImportRun>(id, ct) is { } run ? (run, await session.LoadAsync<ImportProgress>(id, ct)) : null;
    }

    /// <summary>The person's last imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = Session(person);
        return await session.Query<ImportRun>().OrderByDescending(run => run.Id).Take(Shown).ToListAsync(ct);
    }

    /// <summary>Takes an import back that has not ended. One that is being stored at that very moment may end all the same, and then says so.</summary>
    /// <returns>The import as it is now; null where there is none.</returns>
    public Task<ImportRun?> CancelAsync(Guid person, Guid id, CancellationToken ct) =>
        ChangeAsync(person, id, run => run.IsOpen ? Ended(run, ImportState.Cancelled) : run, ct);

    /// <summary>Imports a file that is kept. One that has ended meanwhile is left alone.</summary>
    internal async Task RunAsync(Guid person, Guid id, CancellationToken ct)
    {
        if (await people.FindAsync(person, ct) is not { } owner || await ChangeAsync(person, id, run => run.IsOpen ? run with { State = ImportState.Running } : run, ct) is not { IsOpen: true } run)
            return;
        var folder = Directory.CreateTempSubdirectory("journal-import-");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var rows = new Rows();
        var watching = WatchAsync(person, id, rows, stop);
        try
        {
            var path = Path.Combine(folder.FullName, "file");
            await RestoreAsync(person, id, path, ct);
            var job = new ImportJob(path, run.Name, run.Format, run.Map, run.DryRun) { DayStartsAt = run.DayStartsAt };
            var summary = await Task.Run(() => imports.RunAsync(owner.As("import", $"import {id:N}"), job, rows.Tell, stop.Token), ct);
            await EndAsync(person, id, ended => Ended(ended, ImportState.Done) with { Summary = summary }, ct);
        }
        catch (ImportFailedException failed)
        {
            await EndAsync(person, id, ended => Ended(ended, ImportState.Refused) with { Code = failed.Code, Reason = failed.Message }, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await EndAsync(person, id, ended => Ended(ended, ImportState.Cancelled), ct);
        }
        finally
        {
            await stop.CancelAsync();
            await watching;
            folder.Delete(recursive: true);
        }
    }

    // Says how far it is, and hears whether it is wanted still; by whichever node that was said.
    private async Task WatchAsync(Guid person, Guid id, Rows rows, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await using var session = Session(person);
                if (await session.LoadAsync<ImportRun>(id, stop.Token) is not { IsOpen: true })
                    await stop.CancelAsync();
                session.Store(new ImportProgress(id, rows.Done, rows.Of));
                await session.SaveChangesAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
        catch (Npgsql.NpgsqlException)
        {
            // The import itself says what becomes of it without a database.
        }
    }

    private async Task EndAsync(Guid person, Guid id, Func<ImportRun, ImportRun> end, CancellationToken ct)
    {
        await ChangeAsync(person, id, end, ct);
        await using var session = Session(person);
        session.DeleteWhere<ImportPart>(part => part.Run == id);
        session.Delete<ImportProgress>(id);
        await session.SaveChangesAsync(ct);
    }

    private async Task<ImportRun?> ChangeAsync(Guid person, Guid id, Func<ImportRun, ImportRun> change, CancellationToken ct)
    {
        while (true)
        {
            await using var session = Session(person);
            if (await session.LoadAsync<ImportRun>(id, ct) is not { } run)
                return null;
            var changed = change(run);
            if (changed == run)
                return run;
            session.Store(changed);
            if (changed.State is ImportState.Done or ImportState.Refused)
                await notices.AddAsync(session, person, NoticeKind.ImportEnded, id, null, "ended", ct);
            try
            {
                await session.SaveChangesAsync(ct);
                return changed;
            }
            catch (ConcurrencyException)
            {
                // Somebody else changed it: from what it is now.
            }
        }
    }

    private ImportRun Ended(ImportRun run, ImportState state) => run with { State = state, Ended = clock.GetUtcNow() };

    private async Task RestoreAsync(Guid person, Guid id, string path, CancellationToken ct)
    {
        await using var session = Session(person);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, PartLength, FileOptions.Asynchronous);
        await foreach (var part in session.Query<ImportPart>().Where(part => part.Run == id).OrderBy(part => part.Number).ToAsyncEnumerable(ct))
            await file.WriteAsync(part.Content, ct);
    }

    private static async Task<byte[]> PartAsync(FileStream file, CancellationToken ct)
    {
        var buffer = new byte[PartLength];
        var length = await file.ReadAtLeastAsync(buffer, PartLength, throwOnEndOfStream: false, ct);
        return buffer[..length];
    }

    private IDocumentSession Session(Guid person) => store.LightweightSession(person.ToString("D"));

    private sealed class Rows
    {
        public int Done { get; private set; }

        public int Of { get; private set; }

        public void Tell(int done, int of) => (Done, Of) = (done, of);
    }
}

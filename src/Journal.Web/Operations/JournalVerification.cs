using System.Security.Cryptography;
using System.Text;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Sealing;
using Journal.Web.Access;
using Journal.Web.ReadModels;
using Journal.Web.Search;
using Marten;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>
/// Folds everybody's log three ways (the rows in use, the rows that a rebuild makes, a replay to the head) and compares hashes; and holds what this code makes
/// of the log against what was made of it when it was verified before.
/// </summary>
public sealed class JournalVerification(
    IDocumentStore store, PersonEvents events, Projections projections, PeopleRegistry people, NpgsqlDataSource db, JournalServerOptions options, WordSealer sealer)
{
    private const int Looks = 3;

    /// <summary>Verifies everything. Safe beside writers: whoever writes meanwhile is looked at again.</summary>
    /// <param name="accept">Takes what this code makes as what later verifications are held against, even where it is another than before.</param>
    /// <param name="watch">Told how many people are done, of how many.</param>
    /// <param name="ct">Cancels.</param>
    /// <remarks>Cost: a rebuild, and for every person two folds and every report.</remarks>
    public async Task<JournalCheck> RunAsync(bool accept, Action<double, double> watch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var findings = await new StoreCheck(db, options.Schema, sealer).RunAsync(ct);
        var everybody = await people.ListAsync(ct);
        var found = new List<CheckedPerson>();
        await using var rebuilt = new RebuiltProjections(db, options.Schema, sealer);
        await projections.CatchUpAsync(ct);
        await rebuilt.MakeAsync(ct);
        foreach (var person in everybody)
        {
            found.Add(await CheckAsync(person, rebuilt, accept, ct));
            watch(found.Count, everybody.Count);
        }

        return new(ReportOrigin.Code, findings, found);
    }

    private async Task<CheckedPerson> CheckAsync(Person person, RebuiltProjections rebuilt, bool accept, CancellationToken ct)
    {
        var (state, words, history) = await LookAsync(Author.TenantOf(person.Id), rebuilt, ct);
        await using var session = store.LightweightSession();
        var before = await session.LoadAsync<VerifiedState>(Author.TenantOf(person.Id), ct);
        List<Difference> differences = [.. words.Differences("words"), .. history.Differences("history"), .. before is null ? [] : state.ChangesSince(before)];
        if (state.Events.Count > 0 && (differences.Count == 0 || accept))
        {
            session.Store(state.Now);
            await session.SaveChangesAsync(ct);
        }

        return new(person.Id, person.Handle, state.Position, state.Events.Count, state.FactsHash, Both(words.Live, history.Live), Both(words.Rebuilt, history.Rebuilt), Both(words.Replayed, history.Replayed), state.Now.Reports, differences);
    }

    // Whoever wrote between the looks is looked at again, by a fresh rebuild.
    private async Task<(ReplayedState State, Hashes Words, Hashes History)> LookAsync(string tenant, RebuiltProjections rebuilt, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            var state = new ReplayedState(Guid.Parse(tenant), await events.ReadAsync(tenant, null, ct));
            var key = sealer.IsOn ? await sealer.Keys.EnsureAsync(tenant, ct) : null;
            var words = new Hashes(await WordsHash.OfAsync(store, tenant, key, ct), await WordsHash.OfAsync(rebuilt.Store, tenant, key, ct), WordsHash.Of(state.Events, key));
            var history = new Hashes(await HistoryHash.OfAsync(store, tenant, ct), await HistoryHash.OfAsync(rebuilt.Store, tenant, ct), HistoryHash.Of(state.History));
            if ((words.Agree && history.Agree) || look == Looks)
                return (state, words, history);
            await projections.CatchUpAsync(ct);
            await rebuilt.MakeAsync(ct);
        }
    }

    private static string Both(string words, string history) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{words} {history}")));

    /// <summary>One thing made in three ways.</summary>
    private sealed record Hashes(string Live, string Rebuilt, string Replayed)
    {
        public bool Agree => Live == Replayed && Rebuilt == Replayed;

        public IEnumerable<Difference> Differences(string what)
        {
            if (Live != Replayed)
                yield return new("live.differs", what, "The rows in use are not what the events make. journal rebuild makes them anew.");
            if (Rebuilt != Replayed)
                yield return new("rebuild.differs", what, "A rebuild and a replay make something else of the same events: the fold depends on something besides them.");
        }
    }
}

using System.Text.Json;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Erasing;
using Journal.Web.Interchange.JournalFiles;
using Marten;

namespace Journal.Web.Samples;

/// <summary>Whether this server shows the sample journals.</summary>
public sealed record SampleChoice(string Id, bool AreShown)
{
    /// <summary>There is one such choice.</summary>
    public const string Only = "samples";
}

/// <summary>The sample journals, for a first look around: made-up people, who come and go as whoever uses the server likes.</summary>
public sealed class SampleJournals(
    PeopleRegistry people, NdjsonImport import, Erasures erasures, PersonEraser eraser, IDocumentStore store, JournalServerOptions options)
{
    /// <summary>Whether this server has any to show.</summary>
    public bool AreOffered => Files().Any();

    /// <summary>Whether they are to be there. They are until somebody takes them away.</summary>
    public async Task<bool> AreShownAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<SampleChoice>(SampleChoice.Only, ct) is not { AreShown: false };
    }

    /// <summary>Loads those whose person is not there yet, where they are to be shown; whoever has such a handle keeps what they have.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        if (!await AreShownAsync(ct))
            return;
        foreach (var file in Files())
        {
            var header = await NdjsonImport.ReadHeaderAsync(file, ct);
            if (await people.FindAsync(header.Handle, ct) is null && await people.EnsureAsync(header.Handle, header.Zone, ct) is { Person: { } person })
                await import.RunAsync(person.Id, file, dryRun: false, progress: null, ct);
        }
    }

    /// <summary>Shows them, or takes them away for good: until they are asked for again.</summary>
    /// <param name="areShown">Which.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ChooseAsync(bool areShown, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new SampleChoice(SampleChoice.Only, areShown));
        await session.SaveChangesAsync(ct);
        if (areShown)
        {
            await LoadAsync(ct);
            return;
        }

        foreach (var file in Files())
        {
            var header = await NdjsonImport.ReadHeaderAsync(file, ct);
            if (await people.FindAsync(header.Handle, ct) is { } person && await IsSampleAsync(person, file, ct) && await erasures.AskAsync(person, person.Handle, now: true, from, ct) is { Request: { } wish })
                await eraser.GoOnAsync(wish, ct);
        }
    }

    // Somebody may have taken the handle of a sample for a journal of their own.
    private async Task<bool> IsSampleAsync(Person person, string file, CancellationToken ct)
    {
        var lines = File.ReadLinesAsync(file, ct);
        await foreach (var line in lines.Skip(1).Take(1).WithCancellation(ct))
        {
            using var first = JsonDocument.Parse(line);
            await using var session = store.QuerySession(Author.TenantOf(person.Id));
            return await session.Events.LoadAsync(first.RootElement.GetProperty("id").GetGuid(), ct) is not null;
        }

        return false;
    }

    private IEnumerable<string> Files() =>
        options.Samples is { } folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal) : [];
}

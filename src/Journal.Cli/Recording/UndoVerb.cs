using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Commands;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Http;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal undo</summary>
internal static class UndoVerb
{
    // The event that was taken back is named behind it.
    private const string Undo = "undo ";
    private const string Reason = "Taken back.";
    private const string Retract = "retract";

    public static Command Create() => CommandLine.Verb("undo", "Take back what was recorded last. It stays in the history.", [], async (session, _, ct) =>
    {
        var author = await session.ReadingAuthorAsync(ct);
        var events = await (await session.GetAsync<PersonEvents>(ct)).ReadAsync(author.Tenant, null, ct);
        var standing = await (await session.GetAsync<FactsReader>(ct)).ReadAsync(author.Person, knownAt: null, ct);
        var last = Last(events, standing) ?? throw new VerbException(ExitCode.NotFound, "undo.nothing", "There is nothing to take back.");
        if (last.Headers.Text(StoredHeaders.Source) == "import")
            throw new VerbException(ExitCode.Conflict, "undo.import", "What was recorded last came in with an import. journal history shows it.");
        if (CommandKinds.All.FirstOrDefault(kind => kind.TakesBack.Contains(last.Data.GetType())) is not { } kind)
            throw new VerbException(ExitCode.Conflict, "undo.impossible", $"What was recorded last ({last.Type}, of {Saying.Short(last.Stream)}) cannot be taken back by itself; it can be changed. journal history shows it.");

        var title = standing.Of<OutcomeFact>().FirstOrDefault(outcome => outcome.Events.Contains(last.Id)) is { } outcome
            ? standing.Of<PracticeFact>().FirstOrDefault(practice => practice.Id == outcome.PracticeId)?.Title
            : null;
        return await Recordings.RecordAsync(
            session,
            author with { CorrelationId = $"{Undo}{last.Id:N}" },
            kind,
            Back(kind, (IJournalEvent)last.Data, author),
            "Taken back",
            ct,
            instead: Recordings.InWords($"Taken back ({last.Type.Replace('_', ' ')})", last, title));
    });

    // What was retracted stands behind no fact any more. What was taken back otherwise does, and so does the taking back.
    private static RecordedEvent? Last(IReadOnlyList<RecordedEvent> events, JournalFacts standing)
    {
        var behind = standing.All.SelectMany(fact => fact.Events).ToHashSet();
        var undone = events.Select(e => e.CorrelationId).OfType<string>().Where(id => id.StartsWith(Undo, StringComparison.Ordinal)).Select(id => id[Undo.Length..]).ToHashSet(StringComparer.Ordinal);
        return events.LastOrDefault(e => behind.Contains(e.Id) && !undone.Contains($"{e.Id:N}") && e.CorrelationId?.StartsWith(Undo, StringComparison.Ordinal) is not true);
    }

    // Read as over HTTP: what such a command needs besides its reason, there is nothing to say of.
    private static Journal.Recording.Command Back(CommandKind kind, IJournalEvent e, Author author)
    {
        var address = new Dictionary<string, Guid> { ["id"] = e.SubjectId };
        if (kind.Part is { } part && e is IPartOf whole)
            address.Add(part, whole.PartId);
        var said = kind.Members.FirstOrDefault(member => member.Name is "reason" or "note") is { } member ? new JsonObject { [member.Name] = Reason } : [];
        var (command, refusal) = new BodyReader(address, author.Zone, _ => Guid.CreateVersion7()).Read(kind, JsonSerializer.SerializeToElement(said));
        return (command ?? throw VerbException.Of(refusal!)) with { OccurredAt = kind.Verb == Retract ? null : e.OccurredAt };
    }
}

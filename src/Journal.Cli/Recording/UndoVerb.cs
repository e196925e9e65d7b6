using Journal.Aims;
using Journal.Beliefs;
using Journal.Cli.Running;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Recording;
using Command = System.CommandLine.Command;
using Recorded = Journal.Recording.Command;

namespace Journal.Cli.Recording;

/// <summary>journal undo</summary>
internal static class UndoVerb
{
    // The event that was taken back is named behind it.
    private const string Undo = "undo ";

    private const string Reason = "Taken back.";

    public static Command Create() => CommandLine.Verb("undo", "Take back what was recorded last. It stays in the history.", [], async (session, _, ct) =>
    {
        var author = await session.ReadingAuthorAsync(ct);
        var events = await (await session.GetAsync<PersonEvents>(ct)).ReadAsync(author.Tenant, null, ct);
        var standing = await (await session.GetAsync<FactsReader>(ct)).ReadAsync(author.Person, knownAt: null, ct);
        var ids = standing.All.SelectMany(fact => fact.Events).ToHashSet();

        // What was retracted stands behind no fact any more. What was taken back otherwise does, and so does the taking back.
        var undone = events.Select(e => e.CorrelationId).OfType<string>().Where(id => id.StartsWith(Undo, StringComparison.Ordinal)).Select(id => id[Undo.Length..]).ToHashSet(StringComparer.Ordinal);
        if (events.LastOrDefault(e => ids.Contains(e.Id) && !undone.Contains($"{e.Id:N}") && e.CorrelationId?.StartsWith(Undo, StringComparison.Ordinal) is not true) is not { } last)
            throw new VerbException(ExitCode.NotFound, "undo.nothing", "There is nothing to take back.");
        if (last.Headers.Text(StoredHeaders.Source) == "import")
            throw new VerbException(ExitCode.Conflict, "undo.import", "What was recorded last is an import. journal history shows what came in.");
        var (kind, command) = Back((IJournalEvent)last.Data) ?? throw new VerbException(
            ExitCode.Conflict, "undo.impossible", $"What was recorded last ({last.Type}, of {Output.Saying.Short(last.Stream)}) cannot be taken back by itself; it can be changed. journal history shows it.");
        var title = standing.Of<Fact>().FirstOrDefault(fact => fact.Events.Contains(last.Id)) is OutcomeFact outcome
            ? standing.Of<PracticeFact>().FirstOrDefault(practice => practice.Id == outcome.PracticeId)?.Title
            : null;
        return await Recordings.RecordAsync(
            session, author with { CorrelationId = $"{Undo}{last.Id:N}" }, kind, command, "Taken back", ct, instead: Recordings.InWords($"Taken back ({last.Type.Replace('_', ' ')})", last, title));
    });

    private static (CommandKind Kind, Recorded Command)? Back(IJournalEvent e) => e switch
    {
        JournalEntryWritten => Of(new RetractEntry(Reason), e),
        ExecutionFinished or ExecutionMissed or ExecutionSkipped or ExecutionLeftOpen => Of(new RetractOutcome(((IPartOf)e).PartId, Reason), e),
        PracticeAdopted => Of(new DropPractice(Reason) { OccurredAt = e.OccurredAt }, e),
        PracticeDropped => Of(new ResumePractice(Reason) { OccurredAt = e.OccurredAt }, e),
        PracticeResumed => Of(new DropPractice(Reason) { OccurredAt = e.OccurredAt }, e),
        BeliefStated => Of(new RetireBelief(Reason) { OccurredAt = e.OccurredAt }, e),
        AimSet => Of(new CloseAim(AimEnding.Abandoned, Reason) { OccurredAt = e.OccurredAt }, e),
        InterventionStarted => Of(new EndIntervention(Reason) { OccurredAt = e.OccurredAt }, e),
        _ when FactKinds.BegunBy(e.GetType()) is { } begun && CommandKinds.Of(begun.Word, "retract") is { } retract => (retract, new RetractSubject(Reason) { Id = e.SubjectId }),
        _ => null,
    };

    private static (CommandKind, Recorded) Of<TCommand>(TCommand command, IJournalEvent e)
        where TCommand : Recorded => (CommandKinds.Of<TCommand>(), command with { Id = e.SubjectId });
}

using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Erasing;

namespace Journal.Cli.Operating;

/// <summary>journal erase ID [--whole]</summary>
internal static class EraseVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "An event, or a subject with all its events: its id, short or whole." };
        var whole = new Option<bool>("--whole") { Description = "The subject itself goes, where no other refers to it." };
        return CommandLine.Verb("erase", "Erase the words of an event or a subject for ever; its figures stay. Retracting hides, this erases.", [id, whole], async (session, args, ct) =>
        {
            var person = await session.ReaderAsync(ct);
            var found = await FindAsync(await session.GetAsync<PersonEvents>(ct), person, args.GetValue(id)!, ct);
            var (events, refusal) = await (await session.GetAsync<WordsEraser>(ct)).EraseAsync(person.Id, found, args.GetValue(whole), AuditSource.Terminal, ct);
            if (refusal is not null)
                throw VerbException.Of(refusal);
            await (await session.GetAsync<SpaceCleaner>(ct)).CleanAsync(ct);
            session.Printer.Answer(
                new ErasedAnswer(found, events), OperatingJson.Default.ErasedAnswer, console => console.Say(args.GetValue(whole) ? $"Erased, with {events} events." : $"Erased: the words of {events} {(events == 1 ? "event" : "events")}. Backups made before still hold them."));
            return ExitCode.Done;
        });
    }

    // An event that begins a subject may have digits of the same time.
    private static async Task<Guid> FindAsync(PersonEvents events, Person person, string typed, CancellationToken ct)
    {
        if (Guid.TryParse(typed, out var whole))
            return whole;
        var all = await events.ReadAsync(person.Id.ToString("D"), null, ct);
        return Subjects.Only([.. all.Select(e => e.Stream).Concat(all.Select(e => e.Id)).Distinct().Select(id => (id, ""))], typed, "event");
    }
}

internal sealed record ErasedAnswer(Guid Id, int Events);

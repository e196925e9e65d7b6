using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;
using Journal.Web.Administering;
using Journal.Web.Erasing;

namespace Journal.Cli.Operating;

/// <summary>journal person list | add | move | admin | erase</summary>
internal static class PersonVerbs
{
    public static Command Create() => CommandLine.Group("person", "Who keeps a journal here.", List(), Add(), Move(), Admin(), Erase());

    private static Command List() => CommandLine.Verb("list", "Everybody, by handle.", [], async (session, _, ct) =>
    {
        var people = await (await session.GetAsync<PeopleRegistry>(ct)).ListAsync(ct);
        session.Printer.Answer(new PeopleAnswer(people), OperatingJson.Default.PeopleAnswer, console =>
        {
            foreach (var person in people)
            {
                console.Say($"{person.Handle}  {person.Zone}  {person.Id}");
            }
        });
        return ExitCode.Done;
    });

    private static Command Add()
    {
        var handle = new Argument<string>("handle") { Description = "What they are called here." };
        var zone = new Option<string?>("--zone") { Description = "The IANA zone they live in. Default: this machine's." };
        return CommandLine.Verb("add", "Enter somebody who is to keep a journal here.", [handle, zone], async (session, args, ct) =>
        {
            var (entered, refusal) = await (await session.GetAsync<PeopleRegistry>(ct)).AddAsync(args.GetValue(handle)!, args.GetValue(zone) ?? Session.LocalZone(), ct);
            session.Printer.Answer(
                new PeopleAnswer([entered ?? throw VerbException.Of(refusal!)]),
                OperatingJson.Default.PeopleAnswer,
                console => console.Say($"{entered.Handle} is entered and lives in {entered.Zone}. journal link --person {entered.Handle} signs their browser in."));
            return ExitCode.Done;
        });
    }

    private static Command Move()
    {
        var zone = new Argument<string>("zone") { Description = "The IANA zone they live in from now on." };
        return CommandLine.Verb("move", "Move a person to another zone; what they recorded keeps the times it has.", [zone], async (session, args, ct) =>
        {
            var person = await session.OwnerAsync(ct);
            var (moved, refusal) = await (await session.GetAsync<PeopleRegistry>(ct)).MoveAsync(person.Id, args.GetValue(zone), ct);
            session.Printer.Answer(
                new PeopleAnswer([moved ?? throw VerbException.Of(refusal!)]),
                OperatingJson.Default.PeopleAnswer,
                console => console.Say($"{moved.Handle} lives in {moved.Zone} now."));
            return ExitCode.Done;
        });
    }

    private static Command Admin()
    {
        var handle = new Argument<string>("handle") { Description = "Whom." };
        var off = new Option<bool>("--off") { Description = "Be one no longer." };
        return CommandLine.Verb("admin", "Make somebody an administrator: they manage the people of this server, and read no word of theirs.", [handle, off], async (session, args, ct) =>
        {
            var people = await session.GetAsync<PeopleRegistry>(ct);
            var person = await people.FindAsync(args.GetValue(handle)!, ct) ?? throw await Session.UnknownAsync(people, args.GetValue(handle)!, ct);
            var mark = !args.GetValue(off);
            if (await (await session.GetAsync<Administration>(ct)).MarkAsync(person.Id, mark, null, AuditSource.Terminal, ct) is { } refusal)
                throw VerbException.Of(refusal);
            session.Printer.Answer(
                new PeopleAnswer([person with { IsAdministrator = mark }]),
                OperatingJson.Default.PeopleAnswer,
                console => console.Say(mark ? $"{person.Handle} is an administrator." : $"{person.Handle} is no administrator."));
            return ExitCode.Done;
        });
    }

    private static Command Erase()
    {
        var handle = new Argument<string>("handle") { Description = "Whom." };
        var now = new Option<bool>("--now") { Description = "Do not wait seven days. It cannot be taken back." };
        var yes = new Option<bool>("--yes") { Description = "That you mean it. Without it nothing is done." };
        var back = new Option<bool>("--back") { Description = "Take it back, while it waits." };
        return CommandLine.Verb("erase", "Erase a person and all that is theirs, in seven days, or now. journal export writes a copy first.", [handle, now, yes, back], async (session, args, ct) =>
        {
            var (erasures, people) = (await session.GetAsync<Erasures>(ct), await session.GetAsync<PeopleRegistry>(ct));
            var person = await people.FindAsync(args.GetValue(handle)!, ct) ?? throw await Session.UnknownAsync(people, args.GetValue(handle)!, ct);
            if (args.GetValue(back))
            {
                if (!await erasures.TakeBackAsync(person.Id, AuditSource.Terminal, ct))
                    throw new VerbException(ExitCode.NotFound, "erasure.none", $"It was not asked that {person.Handle} be erased.");
                session.Printer.Answer(new ErasureAnswer(person.Handle, null, Done: false), OperatingJson.Default.ErasureAnswer, console => console.Say($"{person.Handle} stays."));
                return ExitCode.Done;
            }

            if (!args.GetValue(yes))
                throw new VerbException(ExitCode.Refused, "erasure.unsure", $"This erases everything of {person.Handle}. journal export --person {person.Handle} writes a copy; --yes says that you mean it.");
            var (request, refusal) = await erasures.AskAsync(person, person.Handle, args.GetValue(now), AuditSource.Terminal, ct);
            if (request is null)
                throw VerbException.Of(refusal!);
            if (request.Begun is not null)
            {
                await erasures.FinishAsync(person.Id, ct);
                await (await session.GetAsync<SpaceCleaner>(ct)).CleanAsync(ct);
            }

            session.Printer.Answer(
                new ErasureAnswer(person.Handle, request.Due, Done: request.Begun is not null),
                OperatingJson.Default.ErasureAnswer,
                console => console.Say(request.Begun is not null
                    ? $"{person.Handle} is erased, with {request.Events} events. Backups made before still hold them."
                    : $"{person.Handle} will be erased after {request.Due.UtcDateTime:yyyy-MM-dd HH:mm} (UTC), when the server runs. Until then --back takes it back."));
            return ExitCode.Done;
        });
    }
}

/// <param name="Due">When it begins; null where it was taken back.</param>
/// <param name="Done">Whether nothing is left.</param>
internal sealed record ErasureAnswer(string Handle, DateTimeOffset? Due, bool Done);

internal sealed record PeopleAnswer(IReadOnlyList<Person> People);

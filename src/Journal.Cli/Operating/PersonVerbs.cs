using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;

namespace Journal.Cli.Operating;

/// <summary>journal person list | add | move</summary>
internal static class PersonVerbs
{
    public static Command Create() => CommandLine.Group("person", "Who keeps a journal here.", List(), Add(), Move());

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
}

internal sealed record PeopleAnswer(IReadOnlyList<Person> People);

using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Web.Reactions;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Reacting;

/// <summary>journal remind set | list | quiet | snooze | remove</summary>
internal static class RemindVerbs
{
    private const string Review = "review";
    private const string What = "A practice, by its id, short or whole, or the beginning of its title; review for the weekly review.";

    public static Command Create() => CommandLine.Group("remind", "When a running server reminds you: of practices, and of looking at the week.", Set(), List(), Quiet(), Snooze(), Remove());

    private static Command Set()
    {
        var (what, time) = (new Argument<string>("what") { Description = What }, new Argument<string>("time") { Description = "As in 07:30, on the clock where you live." });
        var days = new Option<string[]>("--on") { Description = "mon to sun, separated by commas or repeated; every day when left out, Sunday for the review." };
        return CommandLine.Verb("set", "Set a reminder; the one there was goes.", [what, time, days], async (session, args, ct) =>
        {
            var (person, of) = (await session.PersonAsync(ct), await FindAsync(session, args.GetValue(what)!, ct));
            var on = (args.GetValue(days) ?? []).SelectMany(day => day.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
            if (await (await session.GetAsync<Reminders>(ct)).SetAsync(person, of, args.GetValue(time), on, ct) is { } refusal)
            {
                throw VerbException.Of(refusal);
            }

            return await SayAsync(session, ct);
        });
    }

    private static Command List() => CommandLine.Verb("list", "Every reminder, and the quiet hours.", [], (session, _, ct) => SayAsync(session, ct));

    private static Command Quiet()
    {
        var (from, until) = (new Argument<string?>("from") { Description = "As in 22:00; without both there are none.", Arity = ArgumentArity.ZeroOrOne }, new Argument<string?>("until") { Description = "As in 07:00.", Arity = ArgumentArity.ZeroOrOne });
        return CommandLine.Verb("quiet", "Set the hours in which you want to hear nothing; what falls into them waits for their end.", [from, until], async (session, args, ct) =>
        {
            if (await (await session.GetAsync<Reminders>(ct)).BeQuietAsync(await session.PersonAsync(ct), args.GetValue(from), args.GetValue(until), ct) is { } refusal)
            {
                throw VerbException.Of(refusal);
            }

            return await SayAsync(session, ct);
        });
    }

    private static Command Snooze()
    {
        var what = new Argument<string>("what") { Description = What };
        var minutes = new Option<int>("--minutes") { Description = "1 to 1440.", DefaultValueFactory = _ => 30 };
        return CommandLine.Verb("snooze", "Remind of today's once more, later.", [what, minutes], async (session, args, ct) =>
        {
            var person = await session.PersonAsync(ct);
            if (await (await session.GetAsync<Reminders>(ct)).SnoozeAsync(person, await FindAsync(session, args.GetValue(what)!, ct) ?? person.Id, args.GetValue(minutes), ct) is { } refusal)
            {
                throw VerbException.Of(refusal);
            }

            return await SayAsync(session, ct);
        });
    }

    private static Command Remove()
    {
        var what = new Argument<string>("what") { Description = What };
        return CommandLine.Verb("remove", "Take a reminder away.", [what], async (session, args, ct) =>
        {
            var person = await session.PersonAsync(ct);
            if (!await (await session.GetAsync<Reminders>(ct)).RemoveAsync(person.Id, await FindAsync(session, args.GetValue(what)!, ct) ?? person.Id, ct))
            {
                throw new VerbException(ExitCode.NotFound, "reminder.unknown", "There is no such reminder.");
            }

            return await SayAsync(session, ct);
        });
    }

    private static async Task<Guid?> FindAsync(Session session, string what, CancellationToken ct) => what == Review ? null : await Subjects.FindAsync(session, "practice", what, ct);

    private static async Task<int> SayAsync(Session session, CancellationToken ct)
    {
        var list = await (await session.GetAsync<Reminders>(ct)).ListAsync((await session.ReaderAsync(ct)).Id, ct);
        session.Printer.Answer(list, ReactingJson.Default.ReminderList, console =>
        {
            foreach (var one in list.Reminders)
            {
                console.Say($"{one.Time}  {string.Join(",", one.Days)}  {(one.Practice is null ? Review : one.Title ?? Saying.Short(one.Id))}{(one.Next is { } next ? $"  next {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "")}");
            }

            console.Say(list.Reminders.Count == 0 ? "No reminders." : list.Quiet is { } quiet ? $"Quiet from {quiet.From} until {quiet.Until}." : "No quiet hours.");
        });
        return ExitCode.Done;
    }
}

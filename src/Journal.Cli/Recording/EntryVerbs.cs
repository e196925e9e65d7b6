using System.CommandLine;
using Journal.Cli.Running;
using Journal.Entries;

namespace Journal.Cli.Recording;

/// <summary>journal entry amend | retract</summary>
internal static class EntryVerbs
{
    public static Command Create() => CommandLine.Group("entry", "Change or take back a journal entry; what it was stays in the history.", Amend(), Retract());

    private static Command Amend()
    {
        var entry = new Argument<Guid>("entry");
        var text = new Argument<string>("text") { Description = "How it shall read." };
        var (reason, at) = (new Option<string?>("--reason"), Recordings.When());
        return CommandLine.Verb("amend", "Let an entry read differently.", [entry, text, reason, at], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new AmendEntry(args.GetValue(text)!, args.GetValue(reason)) { Id = args.GetValue(entry), OccurredAt = Session.At(args.GetValue(at), author) };
            return await Recordings.RecordAsync<AmendEntry, Entry>(session, author, command, EntryDecider.Decide, "Amended", ct);
        });
    }

    private static Command Retract()
    {
        var entry = new Argument<Guid>("entry");
        var (reason, at) = (new Option<string?>("--reason"), Recordings.When());
        return CommandLine.Verb("retract", "Take an entry back.", [entry, reason, at], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new RetractEntry(args.GetValue(reason)) { Id = args.GetValue(entry), OccurredAt = Session.At(args.GetValue(at), author) };
            return await Recordings.RecordAsync<RetractEntry, Entry>(session, author, command, EntryDecider.Decide, "Retracted", ct);
        });
    }
}

using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Web.Access;
using Journal.Web.Sharing;

namespace Journal.Cli.Operating;

/// <summary>journal share | shares | unshare</summary>
internal static class ShareVerbs
{
    public static IEnumerable<Command> Create() => [Share(), Shares(), Unshare()];

    private static Command Share()
    {
        var handle = new Argument<string>("handle") { Description = "Who may look: somebody who keeps a journal here." };
        var layers = new Option<Layer[]>("--layer") { Description = "belief, thinking or execution; may be repeated.", AllowMultipleArgumentsPerToken = true, Required = true, CustomParser = Words.Many<Layer> };
        var aims = new Option<Guid[]>("--aim") { Description = "Only what serves this aim, by id; may be repeated." };
        var kinds = new Option<string[]>("--kind") { Description = "Only this kind, such as practice; may be repeated." };
        var (from, to, until) = (new Option<string?>("--from") { Description = "The first day that is seen." }, new Option<string?>("--to") { Description = "The last day that is seen." }, new Option<string?>("--until") { Description = "The last day on which they may look; 90 days ahead without." });
        var words = new Option<bool>("--words") { Description = "With the words you wrote." };
        var comments = new Option<bool>("--comments") { Description = "They may comment on what they see." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what they would see." };
        return CommandLine.Verb("share", "Let somebody else who keeps a journal here look at some of yours.", [handle, layers, aims, kinds, from, to, until, words, comments, dryRun], async (session, args, ct) =>
        {
            var (person, grants) = (await session.OwnerAsync(ct), await session.GetAsync<Grants>(ct));
            var wanted = new NewGrant(args.GetValue(handle), args.GetValue(layers), args.GetValue(aims), args.GetValue(kinds), args.GetValue(from), args.GetValue(to), args.GetValue(until), args.GetValue(words), args.GetValue(comments));
            var (shown, refusal) = args.GetValue(dryRun) ? await grants.ProposeAsync(person, wanted, ct) : await grants.GiveAsync(person, wanted, AuditSource.Terminal, ct);
            var line = ShareLine.Of(shown ?? throw VerbException.Of(refusal!));
            session.Printer.Answer(new SharesAnswer([line], []), OperatingJson.Default.SharesAnswer, console => console.Say(line.Meaning));
            return ExitCode.Done;
        });
    }

    private static Command Shares() => CommandLine.Verb("shares", "Who may look at your journal, and who looked.", [], async (session, _, ct) =>
    {
        var (person, grants) = (await session.ReaderAsync(ct), await session.GetAsync<Grants>(ct));
        var answer = new SharesAnswer([.. (await grants.GivenAsync(person, ct)).Select(ShareLine.Of)], await grants.LooksAsync(person.Id, 100, ct));
        session.Printer.Answer(answer, OperatingJson.Default.SharesAnswer, console =>
        {
            console.Say(answer.Grants.Count == 0 ? "Nobody may look." : string.Join(Environment.NewLine, answer.Grants.Select(one => one.Meaning)));
            foreach (var look in answer.Looks)
            {
                console.Say($"{look.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", null)} UTC  {look.Coach ?? "somebody who is no longer here"}  {look.What}");
            }
        });
        return ExitCode.Done;
    });

    private static Command Unshare()
    {
        var handle = new Argument<string>("handle") { Description = "Who is not to look any more." };
        return CommandLine.Verb("unshare", "End what somebody may see; their next request finds nothing.", [handle], async (session, args, ct) =>
        {
            var (person, grants) = (await session.OwnerAsync(ct), await session.GetAsync<Grants>(ct));
            var held = (await grants.GivenAsync(person, ct)).Where(one => string.Equals(one.Coach, args.GetValue(handle), StringComparison.OrdinalIgnoreCase)).ToList();
            if (held.Count == 0)
            {
                throw VerbException.Of(Grants.Unknown);
            }

            foreach (var one in held)
            {
                await grants.EndAsync(person.Id, one.Grant.Id, AuditSource.Terminal, ct);
            }

            session.Printer.Answer(new SharesAnswer([.. held.Select(ShareLine.Of)], []), OperatingJson.Default.SharesAnswer, console => console.Say("Ended."));
            return ExitCode.Done;
        });
    }
}

internal sealed record SharesAnswer(IReadOnlyList<ShareLine> Grants, IReadOnlyList<LookLine> Looks);

internal sealed record ShareLine(Guid Id, string Coach, string Meaning, DateTimeOffset Until)
{
    public static ShareLine Of(ShownGrant shown) => new(shown.Grant.Id, shown.Coach, shown.Meaning, shown.Grant.Until);
}

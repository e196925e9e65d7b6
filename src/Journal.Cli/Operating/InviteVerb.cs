using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access.Proving;

namespace Journal.Cli.Operating;

/// <summary>journal invite</summary>
internal static class InviteVerb
{
    public static Command Create()
    {
        var url = LinkVerb.ServerOption();
        return CommandLine.Verb("invite", "A link by which somebody else can begin a journal here, once, within a week.", [url], async (session, args, ct) =>
        {
            var link = await (await session.GetAsync<Invitations>(ct)).MakeAsync(await LinkVerb.ServerAsync(session, args.GetValue(url), ct), ct);
            session.Printer.Answer(new LinkAnswer(link), OperatingJson.Default.LinkAnswer, _ => Terminal.Current.Out.WriteLine(link.ToString()));
            return ExitCode.Done;
        });
    }
}

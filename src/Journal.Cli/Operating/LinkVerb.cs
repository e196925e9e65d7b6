using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;

namespace Journal.Cli.Operating;

/// <summary>journal link</summary>
internal static class LinkVerb
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "The address of the server that runs.", DefaultValueFactory = _ => ServeVerb.DefaultUrl };
        return CommandLine.Verb("link", "A link that signs a browser in, once, within ten minutes.", [url], async (session, args, ct) =>
        {
            if (!Uri.TryCreate(args.GetValue(url), UriKind.Absolute, out var server))
            {
                throw new VerbException(ExitCode.Refused, "url.invalid", "The address is no URL.");
            }

            var person = await session.PersonAsync(ct);
            var link = await (await session.GetAsync<SignInLinks>(ct)).IssueAsync(person.Id, server, ct);
            session.Printer.Answer(new LinkAnswer(link), AnswersJson.Default.LinkAnswer, _ => Console.Out.WriteLine(link.ToString()));
            return ExitCode.Done;
        });
    }
}

internal sealed record LinkAnswer(Uri Link);

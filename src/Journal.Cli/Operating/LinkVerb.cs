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
        var url = ServerOption();
        return CommandLine.Verb("link", "A link that signs a browser in, once, within ten minutes.", [url], async (session, args, ct) =>
        {
            var server = await ServerAsync(session, args.GetValue(url), ct);
            var person = await session.OwnerAsync(ct);
            var link = await (await session.GetAsync<SignInLinks>(ct)).IssueAsync(person.Id, server, AuditSource.Terminal, ct);
            session.Printer.Answer(new LinkAnswer(link), OperatingJson.Default.LinkAnswer, _ => Terminal.Current.Out.WriteLine(link.ToString()));
            return ExitCode.Done;
        });
    }

    public static Option<string?> ServerOption() =>
        new("--url") { Description = "The address of the server that runs. Default: JOURNAL_URL, else where the server that started last listens." };

    /// <summary>The address that links lead to.</summary>
    public static async Task<Uri> ServerAsync(Session session, string? asked, CancellationToken ct)
    {
        var given = asked ?? Terminal.Variable("JOURNAL_URL");
        if (!Uri.TryCreate(given ?? ServeVerb.DefaultUrl, UriKind.Absolute, out var server))
        {
            throw new VerbException(ExitCode.Refused, "url.invalid", "The address is no URL.");
        }

        return given is null && await (await session.GetAsync<ServerAddresses>(ct)).FindAsync(ct) is { } listening ? listening : server;
    }
}

internal sealed record LinkAnswer(Uri Link);

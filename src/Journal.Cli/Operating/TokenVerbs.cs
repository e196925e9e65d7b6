using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Web.Access;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal token create | list | revoke</summary>
internal static class TokenVerbs
{
    public static Command Create() => CommandLine.Group("token", "Tokens for programs that use the API.", Issue(), List(), Revoke());

    private static Command Issue()
    {
        var label = new Argument<string>("label") { Description = "What you call it." };
        var readOnly = new Option<bool>("--read-only") { Description = "It may look and not record." };
        var manage = new Option<bool>("--manage") { Description = "It may also list, issue and revoke tokens." };
        var days = new Option<int?>("--days") { Description = "For how many days it is good; 365 without." };
        return CommandLine.Verb("create", "Issue a token. It is shown once.", [label, readOnly, manage, days], async (session, args, ct) =>
        {
            var person = await session.OwnerAsync(ct);
            var scope = args.GetValue(readOnly) ? Scope.Read : args.GetValue(manage) ? Scope.Manage : Scope.Write;
            var (issued, refusal) = await (await session.GetAsync<TokenRegistry>(ct)).IssueAsync(person.Id, scope, args.GetValue(label), args.GetValue(days), AuditSource.Terminal, ct);
            if (issued is null)
            {
                throw VerbException.Of(refusal!);
            }

            session.Printer.Answer(new TokenAnswer(issued.Credential.Id, issued.Secret), OperatingJson.Default.TokenAnswer, _ =>
            {
                Terminal.Current.Out.WriteLine(issued.Secret);
                Printer.Messages.WriteLine("Keep it now: it is not shown again.");
            });
            return ExitCode.Done;
        });
    }

    private static Command List() => CommandLine.Verb("list", "Your tokens and signed-in browsers.", [], async (session, _, ct) =>
    {
        var person = await session.OwnerAsync(ct);
        var tokens = await (await session.GetAsync<TokenRegistry>(ct)).ListAsync(person.Id, ct);
        var lines = tokens.Select(token => new TokenLine(
            token.Id, token.Kind.ToString().ToLowerInvariant(), token.Scope.ToString().ToLowerInvariant(), token.Label, token.Created, token.Expires, token.LastUsed, token.Revoked)).ToList();
        session.Printer.Answer(new TokensAnswer(lines), OperatingJson.Default.TokensAnswer, console =>
        {
            var table = new Table().AddColumns("id", "kind", "scope", "label", "created", "");
            foreach (var line in lines)
            {
                table.AddRow(Saying.Short(line.Id), line.Kind, line.Scope, Saying.Cell(line.Label), line.Created.ToString("yyyy-MM-dd", null), line.Revoked is null ? "" : "revoked");
            }

            console.Write(table);
        });
        return ExitCode.Done;
    });

    private static Command Revoke()
    {
        var token = new Argument<string>("token") { Description = "Its id, short or whole, as token list shows it." };
        return CommandLine.Verb("revoke", "Revoke a token; it is refused from the next request on.", [token], async (session, args, ct) =>
        {
            var person = await session.OwnerAsync(ct);
            var tokens = await session.GetAsync<TokenRegistry>(ct);
            var id = Guid.TryParse(args.GetValue(token), out var whole)
                ? whole
                : Subjects.Only([.. (await tokens.ListAsync(person.Id, ct)).Select(one => (one.Id, one.Label))], args.GetValue(token)!, "token");
            if (!await tokens.RevokeAsync(person.Id, id, AuditSource.Terminal, ct))
            {
                throw new VerbException(ExitCode.NotFound, "token.unknown", "There is no such token.");
            }

            session.Printer.Answer(new TokenAnswer(id, null), OperatingJson.Default.TokenAnswer, console => console.WriteLine("Revoked."));
            return ExitCode.Done;
        });
    }
}

/// <param name="Token">The secret, only when it was just issued.</param>
internal sealed record TokenAnswer(Guid Id, string? Token);

internal sealed record TokensAnswer(IReadOnlyList<TokenLine> Tokens);

internal sealed record TokenLine(
    Guid Id, string Kind, string Scope, string Label, DateTimeOffset Created, DateTimeOffset? Expires, DateTimeOffset? LastUsed, DateTimeOffset? Revoked);

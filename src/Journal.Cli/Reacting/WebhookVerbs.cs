using System.CommandLine;
using System.Globalization;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;
using Journal.Web.Reactions;
using Journal.Web.Reactions.Webhooks;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Reacting;

/// <summary>journal webhook add | list | log | replay | rotate | remove</summary>
internal static class WebhookVerbs
{
    public static Command Create() => CommandLine.Group("webhook", "Programs that hear of what is recorded, at an address of theirs.", Add(), List(), Log(), Replay(), Rotate(), Remove());

    private static Command Add()
    {
        var url = new Argument<string>("url") { Description = "https, on the public network." };
        var kinds = new Option<string[]>("--kinds") { Description = "Stored event names, families such as outcomes, or notices; separated by commas or repeated. Every event when left out." };
        var words = new Option<bool>("--words") { Description = "Send the events themselves, and not only that they were." };
        return CommandLine.Verb("add", "Add one. Its secret is shown once.", [url, kinds, words], async (session, args, ct) =>
        {
            var wanted = (args.GetValue(kinds) ?? []).SelectMany(kind => kind.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
            var (hook, refusal) = await (await session.GetAsync<WebhookRegistry>(ct)).AddAsync(
                (await session.OwnerAsync(ct)).Id, new(args.GetValue(url)!, wanted.Count == 0 ? null : wanted, args.GetValue(words)), AuditSource.Terminal, ct);
            return SaySecret(session, hook ?? throw VerbException.Of(refusal!));
        });
    }

    private static Command List() => CommandLine.Verb("list", "Your webhooks.", [], async (session, _, ct) =>
    {
        var hooks = await (await session.GetAsync<WebhookRegistry>(ct)).ListAsync((await session.OwnerAsync(ct)).Id, ct);
        session.Printer.Answer(new WebhookList(hooks), ReactingJson.Default.WebhookList, console =>
        {
            foreach (var one in hooks)
            {
                console.Say($"{one.Id}  {one.Url}  {(one.Kinds is { } kinds ? string.Join(",", kinds) : "every event")}{(one.Words ? ", with words" : "")}{(one.Off ? ", off" : "")}");
            }
        });
        return ExitCode.Done;
    });

    private static Command Log()
    {
        var id = IdOf("The webhook.");
        return CommandLine.Verb("log", "What was sent to one in the last seven days, newest first.", [id], async (session, args, ct) =>
        {
            var sent = await (await session.GetAsync<WebhookRegistry>(ct)).DeliveriesAsync((await session.OwnerAsync(ct)).Id, args.GetValue(id), ct) ?? throw VerbException.Of(WebhookRegistry.Unknown);
            session.Printer.Answer(new DeliveryList(sent), ReactingJson.Default.DeliveryList, console =>
            {
                foreach (var one in sent)
                {
                    console.Say($"{one.Id}  {one.Made.UtcDateTime:yyyy-MM-dd HH:mm}  {Word(one.State)}, {one.Tries} {(one.Tries == 1 ? "try" : "tries")}  {one.Status?.ToString(CultureInfo.InvariantCulture) ?? one.Trouble}");
                }
            });
            return ExitCode.Done;
        });
    }

    private static Command Replay()
    {
        var (id, delivery) = (IdOf("The webhook."), new Argument<Guid>("delivery") { Description = "The delivery, by its id in the log." });
        return CommandLine.Verb("replay", "Have a running server send one once more, under the same id.", [id, delivery], async (session, args, ct) =>
        {
            if (await (await session.GetAsync<WebhookRegistry>(ct)).ReplayAsync((await session.OwnerAsync(ct)).Id, args.GetValue(id), args.GetValue(delivery), ct) is { } refusal)
            {
                throw VerbException.Of(refusal);
            }

            return await SayAsync(session, ct);
        });
    }

    private static Command Rotate()
    {
        var id = IdOf("The webhook.");
        return CommandLine.Verb("rotate", "Give one a new secret, which is shown once; for 24 hours the old one signs too.", [id], async (session, args, ct) =>
            SaySecret(session, await (await session.GetAsync<WebhookRegistry>(ct)).RotateAsync((await session.OwnerAsync(ct)).Id, args.GetValue(id), AuditSource.Terminal, ct) ?? throw VerbException.Of(WebhookRegistry.Unknown)));
    }

    private static Command Remove()
    {
        var id = IdOf("The webhook.");
        return CommandLine.Verb("remove", "Take one away, and what waits for it.", [id], async (session, args, ct) =>
        {
            if (!await (await session.GetAsync<WebhookRegistry>(ct)).RemoveAsync((await session.OwnerAsync(ct)).Id, args.GetValue(id), AuditSource.Terminal, ct))
            {
                throw VerbException.Of(WebhookRegistry.Unknown);
            }

            return await SayAsync(session, ct);
        });
    }

    private static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waits",
        DeliveryState.Sent => "sent",
        _ => "given up",
    };

    private static Argument<Guid> IdOf(string what) => new("id") { Description = what };

    private static int SaySecret(Session session, WebhookLine hook)
    {
        session.Printer.Answer(hook, ReactingJson.Default.WebhookLine, _ =>
        {
            Terminal.Current.Out.WriteLine(hook.Secret);
            Printer.Messages.WriteLine("It signs what is sent. Keep it now: it is not shown again.");
        });
        return ExitCode.Done;
    }

    private static async Task<int> SayAsync(Session session, CancellationToken ct)
    {
        var hooks = await (await session.GetAsync<WebhookRegistry>(ct)).ListAsync((await session.OwnerAsync(ct)).Id, ct);
        session.Printer.Answer(new WebhookList(hooks), ReactingJson.Default.WebhookList, console => console.Say("Done."));
        return ExitCode.Done;
    }
}

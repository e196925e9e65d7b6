using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Sealing;
using Journal.Web.Erasing;
using Journal.Web.Sealing;
using Npgsql;

namespace Journal.Cli.Operating;

/// <summary>journal keys show | encrypt | rotate | abandon</summary>
internal static class KeysVerbs
{
    public static Command Create() => CommandLine.Group("keys", "The keys that words are encrypted with in the database.", Show(), Encrypt(), Rotate(), Abandon());

    private static Command Show() => CommandLine.Verb("show", "Whether words are encrypted, by which server key, and for how many people.", [], async (session, _, ct) =>
    {
        Answer(session, await (await session.GetAsync<PersonKeys>(ct)).Changes.StateAsync(ct));
        return ExitCode.Done;
    });

    private static Command Encrypt() => CommandLine.Verb("encrypt", "Encrypt everybody's words, those that are there included. The server key is made where there is none.", [], async (session, _, ct) =>
    {
        var keys = await session.GetAsync<PersonKeys>(ct);
        await keys.BeginAsync(turnOn: true, ct);
        var earlier = await session.GetAsync<EarlierWords>(ct);
        await earlier.SealAsync(ct);
        while (await keys.Changes.StateAsync(ct) is { Waiting: > 0 })
        {
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            await earlier.SealAsync(ct);
        }

        await (await session.GetAsync<SpaceCleaner>(ct)).CleanAsync(ct);
        Answer(session, await keys.Changes.StateAsync(ct));
        return ExitCode.Done;
    });

    private static Command Rotate() => CommandLine.Verb("rotate", "Wrap everybody's key by a new server key. Nothing that is encrypted is touched.", [], async (session, _, ct) =>
    {
        var keys = await session.GetAsync<PersonKeys>(ct);
        if (!keys.IsOn)
            throw NotEncrypted();
        var (before, _, _) = await keys.Changes.RotateAsync(ct);
        Answer(session, await keys.Changes.StateAsync(ct), $" The key before is kept beside it, as {Path.GetFileName(session.WordsKey.File)}.{before}: backups made until now need it.");
        return ExitCode.Done;
    });

    private static Command Abandon()
    {
        var yes = new Option<bool>("--yes") { Description = "Yes: what was encrypted by the lost key can never be read again." };
        return CommandLine.Verb("abandon", "Give up words whose server key is lost: they stay locked, figures stay, and what is written from now on is encrypted by a new key.", [yes], async (session, args, ct) =>
        {
            if (!args.GetValue(yes))
                throw new VerbException(ExitCode.Refused, "keys.abandon", "What was encrypted by the lost key can never be read again. Say --yes where that is meant; make a backup first, should the key be found.");
            await using var db = NpgsqlDataSource.Create(await session.ConnectionStringAsync(ct));
            using (var lost = new PersonKeys(db, JournalStore.Schema, session.WordsKey, TimeProvider.System))
            {
                if (!await lost.Changes.AbandonAsync(ct))
                    throw NotEncrypted();
                await lost.BeginAsync(turnOn: true, ct);
            }

            Answer(session, await (await session.GetAsync<PersonKeys>(ct)).Changes.StateAsync(ct));
            return ExitCode.Done;
        });
    }

    private static VerbException NotEncrypted() => new(ExitCode.Conflict, "words.plain", "Words are not encrypted here. journal keys encrypt does it.");

    private static void Answer(Session session, KeysState state, string more = "") => session.Printer.Answer(new KeysAnswer(state.Print is not null, state.Print, state.People, state.Waiting), OperatingJson.Default.KeysAnswer, console => console.Say(
        state.Print is null ? "Words are not encrypted here."
        : $"Words are encrypted, by server key {state.Print}; people with a key: {state.People}{(state.Waiting > 0 ? $"; not yet all encrypted: {state.Waiting}" : "")}. Keep the server key: without it nobody reads them again.{more}"));
}

/// <param name="Encrypted">Whether words are.</param>
/// <param name="Key">The print of the server key: tells it from others, and says nothing of it.</param>
/// <param name="People">How many have a key.</param>
/// <param name="Waiting">For how many not everything from before is encrypted yet.</param>
internal sealed record KeysAnswer(bool Encrypted, string? Key, long People, long Waiting);

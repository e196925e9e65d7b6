using System.Text.Json;
using Journal.Commands;
using Journal.Recording;
using Journal.Web.Http;

namespace Journal.Web.Commands;

/// <summary>A command as somebody sent it, read and understood.</summary>
/// <param name="Kind">What is said of what.</param>
/// <param name="Command">What to record.</param>
/// <param name="On">On what terms.</param>
internal sealed record SentCommand(CommandKind Kind, Command Command, Conditions On)
{
    private const string Name = "command";
    private const string Key = "key";
    private const string Seen = "ifMatch";

    /// <summary>Where what it makes is found; null when it makes nothing that has an address.</summary>
    public string? Location => Kind.LocationOf(Command) is { } location ? $"/api/v1/{location}" : null;

    /// <summary>Reads a body whose kind the address tells.</summary>
    /// <param name="kind">What is said of what.</param>
    /// <param name="body">The command's members.</param>
    /// <param name="author">Who sends it.</param>
    /// <param name="on">On what terms.</param>
    /// <param name="route">Ids from the address, by member name.</param>
    /// <param name="clock">Gives made-up ids their time.</param>
    /// <param name="besides">Properties that may stand in the body without being part of the command.</param>
    public static (SentCommand? Command, Refusal? Refusal) Read(
        CommandKind kind, JsonElement body, Author author, Conditions on, IReadOnlyDictionary<string, Guid> route, TimeProvider clock, params ReadOnlySpan<string> besides)
    {
        var within = route.GetValueOrDefault("id");
        var reader = new BodyReader(route, author.Zone, member => on.Key is { } key ? RequestIdentity.MadeId(author.Person, key, within, member) : Guid.CreateVersion7(clock.GetUtcNow()));
        var (command, refusal) = reader.Read(kind, body, besides);
        if (command is null)
            return (null, refusal);
        if (on.Key is null)
            on = reader.ChosenId is { } chosen ? on with { Key = chosen, IsKeyImplied = true } : on with { IsIdMadeUp = kind.Begins };
        return (new(kind, command, on), null);
    }

    /// <summary>Reads one of the commands that are sent to <c>/commands</c>: which it is stands in the body, and on what terms.</summary>
    /// <param name="body">One command.</param>
    /// <param name="author">Who sends it.</param>
    /// <param name="on">The terms of the request; those of the command go before.</param>
    /// <param name="clock">Gives made-up ids their time.</param>
    public static (SentCommand? Command, Refusal? Refusal) Read(JsonElement body, Author author, Conditions on, TimeProvider clock)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, Refusal.Invalid("command.type", "Each command is a JSON object."));
        if (!body.TryGetProperty(Name, out var name))
            return (null, Refusal.Invalid("command.missing", "command is missing: it names what is to be recorded, as GET /api/v1/commands lists."));
        if (name.ValueKind != JsonValueKind.String || !BodyRefusals.IsText(name) || CommandKinds.Find(name.GetString()!) is not { } kind)
            return (null, Refusal.Invalid("command.unknown", "There is no such command; GET /api/v1/commands lists them all."));
        if (Terms(body, on, out var own) is { } refusal)
            return (null, refusal);
        var (ids, missing) = Ids(kind, body);
        return missing is null ? Read(kind, body, author, own, ids, clock, [Name, Key, Seen, .. ids.Keys]) : (null, missing);
    }

    private static Refusal? Terms(JsonElement body, Conditions on, out Conditions own)
    {
        own = on;
        if (body.TryGetProperty(Key, out var key))
        {
            if (key.ValueKind != JsonValueKind.String || !BodyRefusals.IsText(key) || !IdempotencyKey.IsKey(key.GetString()!))
                return Refusal.Invalid("idempotency.invalid", IdempotencyKey.Rule(Key));
            own = own with { Key = key.GetString() };
        }

        if (body.TryGetProperty(Seen, out var seen))
        {
            if (seen.ValueKind != JsonValueKind.Number || !seen.TryGetInt64(out var version))
                return Refusal.Invalid("ifMatch.type", "ifMatch is the version of the subject as last seen, a whole number.");
            own = own with { Versions = [version] };
        }

        return null;
    }

    // Of something that is there the ids are told; they are read here as they are from an address, so that both doors make the same of the same.
    private static (Dictionary<string, Guid> Ids, Refusal? Missing) Ids(CommandKind kind, JsonElement body)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in kind.Begins ? [] : kind.Part is { } part ? (string[])["id", part] : ["id"])
        {
            if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return (ids, BodyRefusals.Missing(name));
            if (value.ValueKind != JsonValueKind.String || !BodyRefusals.IsText(value) || !Guid.TryParseExact(value.GetString(), "D", out var id))
                return (ids, Refusal.Invalid($"{name}.type", $"{name} is an id (UUID)."));
            ids.Add(name, id);
        }

        return (ids, null);
    }
}

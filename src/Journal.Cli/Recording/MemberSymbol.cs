using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Cli.Running;
using Journal.Commands;
using Journal.Recording;

namespace Journal.Cli.Recording;

/// <summary>One member of a command on the command line: what must be given is an argument, what may be given an option of the member's name.</summary>
internal sealed class MemberSymbol
{
    // What is named by a person can be found by its title.
    private static readonly string[] Titled = ["aim", "belief", "decision", "commitment", "process", "practice"];
    private readonly CommandMember member;
    private readonly string? kind;

    public MemberSymbol(CommandMember member)
    {
        this.member = member;
        var stem = member.Name.EndsWith("Ids", StringComparison.Ordinal) ? member.Name[..^3] : member.Name.EndsWith("Id", StringComparison.Ordinal) ? member.Name[..^2] : null;
        kind = stem is not null && Titled.Contains(stem) ? stem : null;
        var name = Kebab(kind ?? (member.IsList && !member.Required ? member.Name.TrimEnd('s') : member.Name));
        Symbol = member.Required && !member.IsList ? new Argument<string>(name) { Description = Describe() }
            : member.Required ? new Argument<string[]>(name) { Description = Describe(), Arity = ArgumentArity.OneOrMore }
            : member.IsList ? new Option<string[]>("--" + name) { Description = Describe(), AllowMultipleArgumentsPerToken = true }
            : member.Item == typeof(bool) ? new Option<bool?>("--" + name) { Description = Describe() }
            : new Option<string?>("--" + name) { Description = Describe() };
    }

    public Symbol Symbol { get; }

    /// <summary>What was given, as the body that a request over HTTP would have had.</summary>
    public static async Task<JsonElement> BodyAsync(Session session, ParseResult args, IEnumerable<MemberSymbol> members, Author author, CancellationToken ct)
    {
        var body = new JsonObject();
        foreach (var one in members)
        {
            if (await one.ValueAsync(session, args, author, ct) is { } value)
            {
                body[one.member.Name] = value;
            }
        }

        return JsonSerializer.SerializeToElement(body);
    }

    private async Task<JsonNode?> ValueAsync(Session session, ParseResult args, Author author, CancellationToken ct)
    {
        switch (Symbol)
        {
            case Argument<string> argument:
                return await NodeAsync(session, args.GetValue(argument)!, author, ct);
            case Option<string?> option when args.GetValue(option) is { } text:
                return await NodeAsync(session, text, author, ct);
            case Option<bool?> flag when args.GetValue(flag) is { } on:
                return JsonValue.Create(on);
            case Argument<string[]> or Option<string[]>:
                var given = Symbol is Argument<string[]> all ? args.GetValue(all) : args.GetValue((Option<string[]>)Symbol);
                var list = new JsonArray();
                foreach (var text in given ?? [])
                {
                    list.Add(await NodeAsync(session, text, author, ct));
                }

                return list.Count > 0 ? list : null;
            default:
                return null;
        }
    }

    // A word that is no number stays a text: then the answer says what was expected, as it does over HTTP.
    private async Task<JsonNode> NodeAsync(Session session, string text, Author author, CancellationToken ct) => member.Item switch
    {
        _ when kind is not null => JsonValue.Create(await Subjects.FindAsync(session, kind, text, ct)),
        var type when type == typeof(Guid) && member.Type != typeof(Guid) => JsonValue.Create(await Subjects.FindAnyAsync(session, text, ct)),
        var type when (type == typeof(double) || type == typeof(int)) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture))!,
        var type when type == typeof(DateTimeOffset) => JsonValue.Create(Session.Spoken(text, author)!),
        var type when type == typeof(bool) && YesOrNo(text) is { } said => JsonValue.Create(said),
        _ => JsonValue.Create(text),
    };

    private static bool? YesOrNo(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "TRUE" => true,
        "NO" or "FALSE" => false,
        _ => null,
    };

    private string Describe() => member.Item switch
    {
        _ when kind is not null => $"{(member.IsList ? "Ids or titles" : "Id or title")} of {(kind == "aim" ? "an" : "a")} {kind}.",
        { IsEnum: true } type => string.Join(", ", EnumWords.Of(type)) + ".",
        var type when type == typeof(DateTimeOffset) => "A date, 07:30, yesterday, mon, -2d, or an instant with its offset.",
        var type when type == typeof(Guid) => member.Type == typeof(Guid) ? "The id it shall have." : member.IsList ? "Ids or titles." : "Id or title.",
        var type when type == typeof(bool) => "yes or no.",
        var type when type == typeof(double) || type == typeof(int) => "A number.",
        _ => "Text.",
    };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Commands;

namespace Journal.Web.Pages.Forms;

/// <summary>Makes of a form what would be sent to <c>/api/v1/commands</c>. What it holds is judged there, as of any other sender.</summary>
internal static class FormBody
{
    private const string Command = "command";

    /// <summary>The form's own fields, which are no part of the command.</summary>
    private static readonly string[] Own = ["form", "back", "as"];

    public static JsonElement Of(IReadOnlyDictionary<string, string[]> fields)
    {
        var kind = fields.TryGetValue(Command, out var name) && name is [var one, ..] ? CommandKinds.Find(one) : null;
        var body = new JsonObject();
        foreach (var (field, values) in fields.Where(field => !Own.Contains(field.Key)))
        {
            // A field that was left empty says nothing.
            string[] given = [.. values.Where(value => !string.IsNullOrWhiteSpace(value))];
            if (given.Length == 0)
                continue;
            var member = kind?.Members.FirstOrDefault(known => known.Name == field);
            body[field] = member is { IsList: true } ? new JsonArray([.. given.Select(value => Value(member.Item, value))]) : Value(Type(member, field), given[^1]);
        }

        return JsonSerializer.SerializeToElement(body);
    }

    private static Type Type(CommandMember? member, string field) => member?.Item ?? (field == "ifMatch" ? typeof(long) : typeof(string));

    // What cannot be read as a number stays text, and is refused by name.
    private static JsonValue Value(Type type, string text) => type switch
    {
        _ when type == typeof(bool) && bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        _ when (type == typeof(int) || type == typeof(long)) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when type == typeof(double) && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text.ReplaceLineEndings("\n")),
    };
}

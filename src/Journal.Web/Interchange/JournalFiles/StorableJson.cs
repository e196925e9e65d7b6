using System.Text.Json;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>What PostgreSQL can keep as jsonb: no NUL and no half of a surrogate pair in a text, no number beyond a double.</summary>
internal static class StorableJson
{
    public static bool Check(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => IsText(value.GetString()!),
                JsonValueKind.Number => double.IsFinite(value.GetDouble()),
                JsonValueKind.Array => value.EnumerateArray().All(Check),
                JsonValueKind.Object => value.EnumerateObject().All(property => IsText(property.Name) && Check(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON and no text.
            return false;
        }
    }

    private static bool IsText(string text) => !text.Contains('\0');
}

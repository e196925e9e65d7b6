using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Journal.Web.Search;

/// <summary>What a person wrote, as events hold it: the members that are marked as personal.</summary>
internal static class EventTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];

    /// <summary>Each text with its member's name in camelCase, in the order of declaration.</summary>
    public static IEnumerable<(string Name, string Text)> Of(object e)
    {
        foreach (var member in Members.GetOrAdd(e.GetType(), type => [.. type.GetProperties().Where(one => one.IsDefined(typeof(PersonalAttribute)))]))
        {
            var text = member.GetValue(e) switch
            {
                string one => one,
                IEnumerable<string> several => string.Join(", ", several),
                _ => "",
            };
            if (text.Length > 0)
                yield return (JsonNamingPolicy.CamelCase.ConvertName(member.Name), text);
        }
    }

    /// <summary>Text as it is searched: small letters without their accents.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control))
                folded.Append(char.ToLowerInvariant(letter));
            else if (char.IsControl(letter))
                folded.Append(' ');
        }

        return folded.ToString();
    }
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Journal.Web.Search;

/// <summary>What a person wrote, as events hold it: the members that are marked as personal.</summary>
internal static class EventTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];
    // The program runs without the tables of ICU, and so does string.Normalize: these are the letters of European languages and of Vietnamese.
    private static readonly string[] Alphabet =
    [
        "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ", "cçćĉċč", "dďđð", "eèéêëēĕėęěẹẻẽếềểễệ", "gĝğġģ", "hĥħ", "iìíîïĩīĭįıǐỉị", "jĵ", "kķ", "lĺļľŀł", "nñńņňŋ", "oòóôõöøōŏőǒơọỏốồổỗộớờởỡợ",
        "rŕŗř", "sśŝşšș", "tţťŧțþ", "uùúûüũūŭůűųǔưụủứừửữự", "wŵẁẃẅ", "yýÿŷỳỵỷỹ", "zźżž", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "еёѐ", "иѝ",
    ];

    private static readonly FrozenDictionary<char, string> Bare = Bares();

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
        foreach (var letter in text)
        {
            var small = char.ToLowerInvariant(letter);
            if (Bare.TryGetValue(small, out var bare))
                folded.Append(bare);
            else if (small is not (>= '\u0300' and <= '\u036F'))
                folded.Append(char.IsControl(small) ? ' ' : small);
        }

        return folded.ToString();
    }

    private static FrozenDictionary<char, string> Bares() =>
        Alphabet.SelectMany(same => same.Skip(1), (same, letter) => KeyValuePair.Create(letter, same[..1]))
        .Concat([KeyValuePair.Create('ß', "ss"), KeyValuePair.Create('æ', "ae"), KeyValuePair.Create('œ', "oe")]).ToFrozenDictionary();
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Journal.Sealing;

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
    public static IEnumerable<(string Name, string Text)> Of(object e) =>
        Written(e).Select(one => (JsonNamingPolicy.CamelCase.ConvertName(one.Member), string.Join(", ", one.Texts)));

    /// <summary>What an event is found by, folded; empty where nobody wrote anything in it, or what they wrote was erased or cannot be opened any more.</summary>
    public static string Searched(object e) => Folded(string.Join('\n', Written(e).Where(one => !ErasedText.Is(one.Texts) && !one.Texts.All(ClosedText.Is)).Select(one => string.Join(", ", one.Texts))));

    private static IEnumerable<(string Member, IReadOnlyList<string> Texts)> Written(object e) =>
        Members.GetOrAdd(e.GetType(), type => [.. type.GetProperties().Where(one => one.IsDefined(typeof(PersonalAttribute)))])
            .Select(member => (member.Name, Texts: member.GetValue(e) switch
            {
                string one => (IReadOnlyList<string>)[one],
                IEnumerable<string> several => [.. several],
                _ => [],
            }))
            .Where(one => one.Texts.Any(text => text.Length > 0));

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

using System.Text;

namespace Journal.EventStore;

/// <summary>The name an event type is stored under: the snake_case alias that Marten gives to a CLR type.</summary>
public static class StoredName
{
    /// <summary>The stored name of a type, by its simple CLR name; that of a generic type leaves out what it is made of.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Of(type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name);
    }

    /// <summary>AmountPosted gives amount_posted, HTTPRequestSent http_request_sent, Order2Placed order_2_placed, AccountV2Opened account_v2_opened.</summary>
    public static string Of(string clrName)
    {
        ArgumentException.ThrowIfNullOrEmpty(clrName);
        var name = new StringBuilder(clrName.Length + 8);
        for (var i = 0; i < clrName.Length; i++)
        {
            if (i > 0 && BeginsWord(clrName, i))
                name.Append('_');
            name.Append(char.ToLowerInvariant(clrName[i]));
        }
        return name.ToString();
    }

    // A capital begins a word after a small letter or a digit, and at the end of a run of capitals when a small letter follows;
    // a digit begins one after a small letter only, so that V2 stays together.
    private static bool BeginsWord(string name, int i)
    {
        char before = name[i - 1], here = name[i];
        if (char.IsUpper(here))
            return char.IsLower(before) || char.IsDigit(before) || (char.IsUpper(before) && i + 1 < name.Length && char.IsLower(name[i + 1]));
        return char.IsDigit(here) && char.IsLower(before);
    }
}

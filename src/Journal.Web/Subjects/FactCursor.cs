using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Journal.Facts;

namespace Journal.Web.Subjects;

/// <summary>Where a page of facts ended. Opaque to the client.</summary>
internal static class FactCursor
{
    private const string Lead = "f1";

    public static string Of(Fact last) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Lead}:{last.OccurredAt.UtcTicks}:{last.Id:N}")));

    public static bool TryRead(string? cursor, out (long Ticks, Guid Id)? after)
    {
        after = null;
        if (cursor is null)
            return true;
        var text = cursor.Length <= 100 && Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        if (text.Split(':') is [Lead, var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && Guid.TryParseExact(id, "N", out var guid))
            after = (read, guid);
        return after is not null;
    }
}

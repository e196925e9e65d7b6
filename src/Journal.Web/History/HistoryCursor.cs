using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Journal.Web.History;

/// <summary>Where a page of the history ended. Opaque to the client.</summary>
internal static class HistoryCursor
{
    private const string Lead = "h1:";

    public static string? Of(long? position) =>
        position is { } p ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Lead + p.ToString(CultureInfo.InvariantCulture))) : null;

    /// <summary>The position behind which to go on; 0 when there is no cursor, null when it is none of ours.</summary>
    public static long? Read(string? cursor)
    {
        if (cursor is null)
            return 0;
        var text = cursor.Length <= 40 && Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.StartsWith(Lead, StringComparison.Ordinal) && long.TryParse(text.AsSpan(Lead.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;
    }
}

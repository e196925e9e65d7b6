using System.Globalization;
using Journal.Recording;

namespace Journal.Web.Http;

/// <summary>How much a page holds.</summary>
internal static class PageLimit
{
    /// <summary>The limit asked for, or the usual one; null when it is none.</summary>
    public static int? Read(string? text, JournalServerOptions options) =>
        text is null ? options.PageSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= options.LargestPage ? limit
        : null;

    public static Refusal Refusal(JournalServerOptions options) =>
        Journal.Recording.Refusal.Invalid("limit.range", $"limit is a whole number from 1 to {options.LargestPage}.");
}

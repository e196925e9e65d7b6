namespace Journal.Web.Interchange.JournalFiles;

/// <summary>The first line of a journal file: that it is one, and whose journal it holds.</summary>
/// <param name="Handle">What the person is called.</param>
/// <param name="Zone">IANA name of the zone they live in.</param>
/// <param name="About">A sentence for readers; null for none.</param>
public sealed record JournalFileHeader(string Handle, string Zone, string? About = null)
{
    /// <summary>What the first line's <c>format</c> says.</summary>
    public const string Format = "journal-events";

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Journal.Web.Access;

/// <summary>
/// The text that lets somebody in: <c>journal_</c>, 48 hex digits (192 random bits) and 8 of a checksum. A link's begins with <c>journal_link_</c>, a session's with <c>journal_session_</c>.
/// </summary>
internal sealed partial class Secret
{
    private const int RandomBytes = 24;

    private Secret(CredentialKind kind, string digits) =>
        (Kind, Text, Prefix) = (kind, Lead(kind) + digits, Lead(kind) + digits[..12]);

    public CredentialKind Kind { get; }

    /// <summary>The whole secret: shown once, kept nowhere.</summary>
    public string Text { get; }

    /// <summary>The part that may be shown; 48 of the random bits, so that 144 remain secret.</summary>
    public string Prefix { get; }

    /// <summary>SHA-256. No salt and no slow hash: there is nothing to guess in 144 random bits.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public static Secret Create(CredentialKind kind)
    {
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        return new(kind, random + Checksum(kind, random));
    }

    /// <summary>Reads a secret of one kind; a mistyped one fails on its checksum, without a look into the database.</summary>
    public static bool TryParse(CredentialKind kind, string? text, [NotNullWhen(true)] out Secret? secret)
    {
        secret = null;
        if (text is null || !text.StartsWith(Lead(kind), StringComparison.Ordinal))
            return false;
        var digits = text[Lead(kind).Length..];
        if (Digits().IsMatch(digits) && Checksum(kind, digits[..(2 * RandomBytes)]) == digits[(2 * RandomBytes)..])
            secret = new(kind, digits);
        return secret is not null;
    }

    /// <summary>Compares in a time that does not tell where the two differ.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);

    public override string ToString() => $"{Prefix}...";

    private static string Lead(CredentialKind kind) => kind switch
    {
        CredentialKind.Link => "journal_link_",
        CredentialKind.Session => "journal_session_",
        _ => "journal_",
    };

    private static string Checksum(CredentialKind kind, string random) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Lead(kind) + random)).AsSpan(0, 4));

    [GeneratedRegex(@"^[0-9a-f]{56}\z")]
    private static partial Regex Digits();
}

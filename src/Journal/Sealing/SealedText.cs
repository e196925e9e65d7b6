using System.Buffers.Text;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Journal.Sealing;

/// <summary>What stands in a stored document in place of a person's text: <c>U+0001 sealed:1:</c> and, as base64url, the key's number, nonce, tag and ciphertext.</summary>
/// <remarks>It says by itself that it is sealed, and by which key, so that plain and sealed text may lie side by side.</remarks>
internal readonly record struct SealedText(ulong Key, ReadOnlyMemory<byte> Nonce, ReadOnlyMemory<byte> Tag, ReadOnlyMemory<byte> Cipher, bool IsUtf16)
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    private const string Mark = "\u0001sealed:";
    private const string Plain = Mark + "0:";
    private const string Utf8 = Mark + "1:";
    private const string Utf16 = Mark + "2:";
    private const int Head = sizeof(ulong) + NonceLength + TagLength;

    /// <summary>Whether stored text is something else than the text itself.</summary>
    public static bool IsMarked([NotNullWhen(true)] string? stored) => stored is ['\u0001', ..] && stored.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Plain text as it is stored: itself, unless it looks like something sealed.</summary>
    public static string Unsealed(string text) => IsMarked(text) ? Plain + text : text;

    /// <summary>The text that <see cref="Unsealed"/> wrote; null where something else stands there.</summary>
    public static string? TryUnsealed(string stored) =>
        !IsMarked(stored) ? stored : stored.StartsWith(Plain, StringComparison.Ordinal) ? stored[Plain.Length..] : null;

    /// <summary>Reads what is stored; null where it is not whole.</summary>
    public static SealedText? Read(string stored)
    {
        if (!stored.StartsWith(Utf8, StringComparison.Ordinal) && !stored.StartsWith(Utf16, StringComparison.Ordinal))
            return null;
        var written = stored.AsSpan(Utf8.Length);
        var bytes = new byte[Base64Url.GetMaxDecodedLength(written.Length)];
        if (!Base64Url.IsValid(written) || !Base64Url.TryDecodeFromChars(written, bytes, out var length) || length < Head)
            return null;
        var (nonce, tag) = (sizeof(ulong), sizeof(ulong) + NonceLength);
        return new(
            BinaryPrimitives.ReadUInt64BigEndian(bytes), bytes.AsMemory(nonce, NonceLength), bytes.AsMemory(tag, TagLength), bytes.AsMemory(Head, length - Head),
            stored.StartsWith(Utf16, StringComparison.Ordinal));
    }

    /// <summary>As it is stored.</summary>
    public string Write()
    {
        var bytes = new byte[Head + Cipher.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Key);
        Nonce.CopyTo(bytes.AsMemory(sizeof(ulong)));
        Tag.CopyTo(bytes.AsMemory(sizeof(ulong) + NonceLength));
        Cipher.CopyTo(bytes.AsMemory(Head));
        return string.Concat(IsUtf16 ? Utf16 : Utf8, Base64Url.EncodeToString(bytes));
    }
}

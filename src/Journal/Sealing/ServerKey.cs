using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Journal.Sealing;

/// <summary>The key that a server wraps people's keys with. It lies outside of the database.</summary>
public sealed class ServerKey
{
    private const int Length = 32;
    private readonly byte[] bytes;
    private readonly byte[] wrapping;

    private ServerKey(byte[] bytes)
    {
        this.bytes = bytes;
        wrapping = HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Length, info: "journal server wrap"u8.ToArray());
        Print = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 8, info: "journal server print"u8.ToArray()));
    }

    /// <summary>By what the key is told from others; says nothing of it.</summary>
    public string Print { get; }

    /// <summary>A new one.</summary>
    public static ServerKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a key as it is kept: 32 bytes in base64, with or without a line's end.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ServerKey? key)
    {
        var read = new byte[Length + 1];
        key = text is not null && Convert.TryFromBase64String(text.Trim(), read, out var length) && length == Length ? new(read[..Length]) : null;
        return key is not null;
    }

    /// <summary>The key as it is kept.</summary>
    public string Text() => Convert.ToBase64String(bytes);

    /// <summary>A person's key as it lies in the database.</summary>
    internal string Wrap(string tenant, ulong number, byte[] secret)
    {
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(SealedText.NonceLength), new byte[SealedText.TagLength], new byte[secret.Length]);
        using var aes = new AesGcm(wrapping, SealedText.TagLength);
        aes.Encrypt(nonce, secret, cipher, tag, PersonKey.Bound(tenant, number));
        return Base64Url.EncodeToString([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>The person's key of what lies in the database; null where it was not wrapped by this key, for this person.</summary>
    internal byte[]? Unwrap(string tenant, ulong number, string wrapped)
    {
        var stored = new byte[SealedText.NonceLength + SealedText.TagLength + PersonKey.Length];
        if (!Base64Url.IsValid(wrapped) || !Base64Url.TryDecodeFromChars(wrapped, stored, out var length) || length != stored.Length)
            return null;
        var secret = new byte[PersonKey.Length];
        using var aes = new AesGcm(wrapping, SealedText.TagLength);
        try
        {
            var cipher = SealedText.NonceLength + SealedText.TagLength;
            aes.Decrypt(stored.AsSpan(0, SealedText.NonceLength), stored.AsSpan(cipher), stored.AsSpan(SealedText.NonceLength, SealedText.TagLength), secret, PersonKey.Bound(tenant, number));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

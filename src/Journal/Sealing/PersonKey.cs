using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Journal.Sealing;

/// <summary>The key of one person's words: seals and opens them, and hides the words by which they are found.</summary>
/// <remarks>
/// AES-256-GCM. The nonce is not drawn by lot but follows from the text by a key of its own (as in SIV): the same text of a person is always stored the same, so that what compares
/// names comes to the same figures without the key, documents made anew equal those that were there, and no nonce is ever used for two texts. Who reads the database sees which texts
/// of one person are equal, and how long they are.
/// </remarks>
public sealed class PersonKey
{
    /// <summary>How many bytes of chance a key is made of.</summary>
    public const int Length = 32;

    private const int WordLength = 10;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [ThreadStatic]
    private static (PersonKey Key, AesGcm Cipher)? used;

    private readonly byte[] seal;
    private readonly byte[] nonces;
    private readonly byte[] search;
    private readonly byte[] bound;

    private PersonKey(string tenant, ulong number, byte[] secret)
    {
        (Tenant, Number) = (tenant, number);
        bound = Bound(tenant, number);
        seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, bound, "journal words seal"u8.ToArray());
        nonces = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, bound, "journal words nonce"u8.ToArray());
        search = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, bound, "journal words search"u8.ToArray());
    }

    /// <summary>Whose it is.</summary>
    public string Tenant { get; }

    /// <summary>Its number, drawn by lot.</summary>
    internal ulong Number { get; }

    /// <summary>A key of the bytes that are kept of it.</summary>
    public static PersonKey Of(string tenant, ulong number, byte[] secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Length);
        return new(tenant, number, secret);
    }

    /// <summary>Text as it is stored.</summary>
    public string Seal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (bytes, isUtf16) = Bytes(text);
        return Seal(bytes, isUtf16).Write();
    }

    /// <summary>The same of bytes.</summary>
    internal SealedText Seal(byte[] bytes, bool isUtf16 = false)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(nonces, bytes, mac);
        var (nonce, tag, cipher) = (mac[..SealedText.NonceLength].ToArray(), new byte[SealedText.TagLength], new byte[bytes.Length]);
        Cipher().Encrypt(nonce, bytes, cipher, tag, bound);
        return new(Number, nonce, tag, cipher, isUtf16);
    }

    /// <summary>The text of what is stored; null where it is not what this key sealed.</summary>
    internal string? Open(SealedText stored) =>
        OpenBytes(stored) is not { } bytes ? null : stored.IsUtf16 ? Utf16(bytes) : Encoding.UTF8.GetString(bytes);

    internal byte[]? OpenBytes(SealedText stored)
    {
        var bytes = new byte[stored.Cipher.Length];
        try
        {
            Cipher().Decrypt(stored.Nonce.Span, stored.Cipher.Span, stored.Tag.Span, bytes, bound);
            return bytes;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>A word as it lies in the index: letters that say nothing without the key, the same for the same word.</summary>
    public string Hidden(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var mac = HMACSHA256.HashData(search, Units(word));
        // Letters alone, so that whatever parts text into words takes it for one.
        return string.Create(2 * WordLength, mac, static (letters, bytes) =>
        {
            for (var i = 0; i < WordLength; i++)
                (letters[2 * i], letters[(2 * i) + 1]) = ((char)('a' + (bytes[i] >> 4)), (char)('a' + (bytes[i] & 15)));
        });
    }

    /// <summary>What a sealed text, and a wrapped key, are bound to: they open for nobody else.</summary>
    internal static byte[] Bound(string tenant, ulong number)
    {
        var bound = new byte[sizeof(ulong) + Encoding.UTF8.GetByteCount(tenant)];
        BinaryPrimitives.WriteUInt64BigEndian(bound, number);
        Encoding.UTF8.GetBytes(tenant, bound.AsSpan(sizeof(ulong)));
        return bound;
    }

    private static ReadOnlySpan<byte> Units(string text) => MemoryMarshal.AsBytes(text.AsSpan());

    // One of OpenSSL's contexts belongs to a thread; texts of one person mostly come one after another.
    private AesGcm Cipher()
    {
        if (used is { } last)
        {
            if (ReferenceEquals(last.Key, this))
                return last.Cipher;
            last.Cipher.Dispose();
        }

        var cipher = new AesGcm(seal, SealedText.TagLength);
        used = (this, cipher);
        return cipher;
    }

    // Half of a surrogate pair is no UTF-8, and comes back as it was.
    private static (byte[] Bytes, bool IsUtf16) Bytes(string text)
    {
        try
        {
            return (Strict.GetBytes(text), false);
        }
        catch (EncoderFallbackException)
        {
            return (Units(text).ToArray(), true);
        }
    }

    private static string Utf16(byte[] bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Journal.Web.Access.Proving;

/// <summary>Seals what a browser carries to a provider and back, under a key made of a secret that all nodes have: no key is stored, and whichever node the browser comes back to can read it.</summary>
internal sealed class SealedState : IDataProtector
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] key;

    private SealedState(byte[] key) => this.key = key;

    public static IDataProtectionProvider Of(string secret) => new SealedState(HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), "journal"u8.ToArray()));

    public IDataProtector CreateProtector(string purpose) => new SealedState(HKDF.Expand(HashAlgorithmName.SHA256, key, KeyLength, Encoding.UTF8.GetBytes(purpose)));

    public byte[] Protect(byte[] plaintext)
    {
        var made = new byte[NonceLength + plaintext.Length + TagLength];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(made.AsSpan(0, NonceLength), plaintext, made.AsSpan(NonceLength, plaintext.Length), made.AsSpan(NonceLength + plaintext.Length));
        return made;
    }

    /// <exception cref="CryptographicException">It was not sealed here, or for something else.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < NonceLength + TagLength)
            throw new CryptographicException("Too short to have been sealed here.");
        var plain = new byte[protectedData.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(protectedData.AsSpan(0, NonceLength), protectedData.AsSpan(NonceLength, plain.Length), protectedData.AsSpan(NonceLength + plain.Length), plain);
        return plain;
    }
}

using System.Security.Cryptography;
using NSec.Cryptography;

namespace Journal.Web.Access.Proving;

/// <summary>A person's password as it is kept: what Argon2id makes of it, with what it was made by, so that a stronger setting counts from the next change on.</summary>
/// <param name="Id">The person.</param>
/// <param name="Memory">In KiB.</param>
public sealed record Password(Guid Id, byte[] Salt, byte[] Hash, int Memory, int Passes, DateTimeOffset Since)
{
    // The least that OWASP's cheat sheet of 2025 asks for.
    private const int LeastMemory = 19 * 1024;
    private const int LeastPasses = 2;
    private const int SaltLength = 16;
    private const int HashLength = 32;

    internal static Password Of(Guid person, string text, DateTimeOffset now)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new(person, salt, Derive(text, salt, LeastMemory, LeastPasses), LeastMemory, LeastPasses, now);
    }

    /// <summary>Compares in a time that does not tell where the two differ.</summary>
    internal bool Matches(string text) => CryptographicOperations.FixedTimeEquals(Hash, Derive(text, Salt, Memory, Passes));

    private static byte[] Derive(string text, byte[] salt, int memory, int passes) => PasswordBasedKeyDerivationAlgorithm
        .Argon2id(new() { DegreeOfParallelism = 1, MemorySize = memory, NumberOfPasses = passes })
        .DeriveBytes(text, salt, HashLength);
}

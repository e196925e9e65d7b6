using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Journal.Web.Access.Proving;

/// <summary>Slows down who guesses. Nobody is locked out: a link, a passkey or a recovery code lets a person in while somebody else guesses at their password.</summary>
/// <remarks>Counted by each node for itself.</remarks>
internal sealed class Guesses : IDisposable
{
    private const int OfAnAccountFromAnAddress = 5;
    private const int OfAnAccount = 50;
    private const int FromAnAddress = 30;

    private readonly PartitionedRateLimiter<(string Account, string Address)> limiter = PartitionedRateLimiter.CreateChained(
        Of(guess => $"{guess.Account} from {guess.Address}", OfAnAccountFromAnAddress, TimeSpan.FromMinutes(1)),
        Of(guess => guess.Address, FromAnAddress, TimeSpan.FromSeconds(10)),
        Of(guess => guess.Account, OfAnAccount, TimeSpan.FromSeconds(10)));

    /// <summary>Takes one guess; false when there were too many.</summary>
    public bool Take(string account, string? address)
    {
        // Anything may be typed as a handle; what is kept of it has one length.
        using var lease = limiter.AttemptAcquire((Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(account)).AsSpan(0, 16)), address ?? ""));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<(string, string)> Of(Func<(string Account, string Address), string> name, int atOnce, TimeSpan anotherEvery) =>
        PartitionedRateLimiter.Create<(string Account, string Address), string>(guess => RateLimitPartition.GetTokenBucketLimiter(
            name(guess), _ => new() { TokenLimit = atOnce, TokensPerPeriod = 1, ReplenishmentPeriod = anotherEvery, QueueLimit = 0 }));
}

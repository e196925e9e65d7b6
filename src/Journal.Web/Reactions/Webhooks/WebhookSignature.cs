using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Reactions.Webhooks;

/// <summary>Signs as Standard Webhooks says: HMAC-SHA256 over id, time and body, in base64 behind <c>v1,</c>.</summary>
internal static class WebhookSignature
{
    private const string Lead = "whsec_";
    private const int Bytes = 32;

    public static string NewSecret() => Lead + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>One signature for each secret, parted by spaces.</summary>
    public static string Of(IEnumerable<string> secrets, string id, DateTimeOffset time, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{time.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Lead.Length..]), signed))}"));
    }
}

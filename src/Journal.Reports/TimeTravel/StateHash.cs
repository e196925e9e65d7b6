using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journal.Facts;

namespace Journal.Reports.TimeTravel;

/// <summary>Hashes of facts and reports: equal hashes, equal bytes. SHA-256 in small hexadecimal letters.</summary>
public static class StateHash
{
    /// <summary>The hash that the store gives the same facts where it keeps them as rows.</summary>
    public static string Of(IReadOnlyDictionary<Guid, Fact> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, fact) in facts.OrderBy(pair => pair.Key))
        {
            var document = JsonSerializer.SerializeToUtf8Bytes(fact, FactsJson.Fact);
            hash.AppendData(Encoding.UTF8.GetBytes($"{key} {fact.Kind} {document.Length} "));
            hash.AppendData(document);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of what a report says, whichever version of the code said it, and whatever rules there are that it does not change by.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var said = report with { Origin = report.Origin with { CodeVersion = "", Rules = new Dictionary<string, double>() } };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, ReportsJson.Default.Report)));
    }
}

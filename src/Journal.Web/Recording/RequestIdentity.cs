using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>By what a request is known again: the ids of its events, and a fingerprint of what it asks for.</summary>
/// <param name="person">Keys of different people never meet.</param>
/// <param name="key">The sender's key.</param>
/// <param name="fingerprint">Of the command.</param>
internal sealed class RequestIdentity(Guid person, string key, string fingerprint)
{
    public string Fingerprint { get; } = fingerprint;

    public Guid EventId(Guid subject, long ordinal) =>
        NamedId.Create(person, "event", key, subject.ToString("D"), ordinal.ToString(CultureInfo.InvariantCulture));

    public static RequestIdentity? Of<TCommand>(Guid person, string? key, TCommand command, JsonTypeInfo<TCommand> json)
        where TCommand : Command =>
        key is null ? null : new(person, key, FingerprintOf(key, command, json));

    /// <summary>The id of what a request makes when the sender names none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">The sender's key.</param>
    /// <param name="within">The subject it is a part of; empty when it is a subject itself.</param>
    /// <param name="member">The command's member that takes the id.</param>
    public static Guid MadeId(Guid person, string key, Guid within, string member) => NamedId.Create(person, "made", key, within.ToString("D"), member);

    // Keyed, because a bare hash of a short text would let the text be guessed after it is erased; the key itself is stored nowhere.
    private static string FingerprintOf<TCommand>(string key, TCommand command, JsonTypeInfo<TCommand> json)
    {
        var name = Encoding.UTF8.GetBytes(typeof(TCommand).Name + "\n");
        byte[] content = [.. name, .. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(command, json)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content).AsSpan(0, 16));
    }
}

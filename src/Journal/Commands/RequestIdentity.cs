using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>By what a request is known again: the ids of its events, and a fingerprint of what it asks for.</summary>
internal sealed class RequestIdentity
{
    private readonly Guid person;
    private readonly Guid message;
    private readonly string? key;

    private RequestIdentity(Guid person, Guid message, string? key, string? fingerprint) =>
        (this.person, this.message, this.key, Fingerprint) = (person, message, key, fingerprint);

    /// <summary>Of the command; null when the sender gave no key.</summary>
    public string? Fingerprint { get; }

    /// <summary>The id of an event of this request: what its key gives, or, without one, what this message gives, in the order of time.</summary>
    public Guid EventId(Guid subject, int ordinal) => key is not null ? Named(key, subject, ordinal) : NamedId.InTime(message, Named(message.ToString("N"), subject, ordinal));

    public static RequestIdentity Of(RecordCommand message, Command command) =>
        new(message.Author.Person, message.Id, message.On.Key, message.On.Key is { } key ? FingerprintOf(key, command) : null);

    /// <summary>The id of what a request makes when the sender names none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">The sender's key.</param>
    /// <param name="within">The subject it is a part of; empty when it is a subject itself.</param>
    /// <param name="member">The command's member that takes the id.</param>
    public static Guid MadeId(Guid person, string key, Guid within, string member) => NamedId.Create(person, "made", key, within.ToString("D"), member);

    private Guid Named(string name, Guid subject, int ordinal) =>
        NamedId.Create(person, "event", name, subject.ToString("D"), ordinal.ToString(CultureInfo.InvariantCulture));

    // A member that a command got later is left out where it is null (JsonIgnore), or a request that an older version answered would not be known again.
    // Keyed, because a bare hash of a short text would let the text be guessed after it is erased; the key itself is stored nowhere.
    private static string FingerprintOf(string key, Command command)
    {
        var name = Encoding.UTF8.GetBytes(command.GetType().Name + "\n");
        var cleared = command is Revision { Cleared: { Count: > 0 } members } ? Encoding.UTF8.GetBytes($"cleared {string.Join(',', members.Order(StringComparer.Ordinal))}\n") : [];
        byte[] content = [.. name, .. cleared, .. JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), CommandJson.Options)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content).AsSpan(0, 16));
    }
}

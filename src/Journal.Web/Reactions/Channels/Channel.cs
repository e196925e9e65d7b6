namespace Journal.Web.Reactions.Channels;

/// <summary>How notices reach somebody outside the journal.</summary>
public enum ChannelKind
{
    Email,

    /// <summary>A text posted to an address, as ntfy takes it.</summary>
    Post,

    /// <summary>A browser's push service.</summary>
    Push,
}

/// <summary>A way on which a person wants to hear from the journal.</summary>
/// <param name="Address">The e-mail address, or where to post to.</param>
/// <param name="Keys">Of a browser: its public key and its secret, as it gave them.</param>
/// <param name="Words">Whether what goes out may hold what the person wrote.</param>
/// <param name="Kinds">What is sent; null for everything.</param>
/// <param name="Code">SHA-256 of the code that shows that the address is theirs; null once it is shown.</param>
/// <param name="Guesses">How often a wrong code was given.</param>
/// <param name="Asked">When the code was sent.</param>
/// <param name="Off">Turned off, by the person, where it arrives, or because nothing arrived.</param>
/// <param name="Stop">In the link that turns it off; it opens nothing else.</param>
public sealed record Channel(
    Guid Id, Guid Person, ChannelKind Kind, string Address, PushKeys? Keys, bool Words, IReadOnlyList<NoticeKind>? Kinds, byte[]? Code, int Guesses, DateTimeOffset Asked, bool Off, string Stop)
{
    /// <summary>Whether a notice goes out on it.</summary>
    public bool Takes(NoticeKind kind) => !Off && Code is null && (Kinds is null || Kinds.Contains(kind));

    /// <summary>As it is shown, without what only senders need.</summary>
    public ChannelLine Line => new(Id, Kind, Kind == ChannelKind.Push ? new Uri(Address).Host : Address, Words, Kinds, Code is null, Off);
}

/// <param name="P256dh">The browser's public key.</param>
/// <param name="Auth">Its secret.</param>
public sealed record PushKeys(string P256dh, string Auth);

/// <param name="Address">Of a browser only whose push service it is.</param>
/// <param name="Kinds">What is sent; null for everything.</param>
/// <param name="Confirmed">Whether the person has shown that it is theirs.</param>
public sealed record ChannelLine(Guid Id, ChannelKind Kind, string Address, bool Words, IReadOnlyList<NoticeKind>? Kinds, bool Confirmed, bool Off);

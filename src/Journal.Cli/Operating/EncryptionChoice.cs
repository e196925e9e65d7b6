namespace Journal.Cli.Operating;

/// <summary>Whether a server begins to encrypt words, by all that may say so: the line before the environment, and the environment before what is usual.</summary>
internal sealed record EncryptionChoice
{
    /// <summary>The journal is kept in the private cluster of this machine.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>A container that nobody gave a place for the key would lose it, and every word with it.</summary>
    public bool IsInContainer { get; init; }

    /// <summary>The line says --encrypt-words, --words-key or --words-key-command.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The line says --no-encrypt-words.</summary>
    public bool IsDeclined { get; init; }

    /// <summary>The environment names a key.</summary>
    public bool IsKeyNamed { get; init; }

    /// <summary>What JOURNAL_ENCRYPT_WORDS says; null where it says nothing.</summary>
    public bool? Said { get; init; }

    /// <summary>What follows.</summary>
    public bool Encrypts => !IsDeclined && (IsAsked || (Said ?? (IsKeyNamed || (!IsPrivate && !IsInContainer))));
}

namespace Journal.Sealing;

/// <summary>Words are sealed here, and the key is not what it must be. Nothing is recorded without it.</summary>
/// <param name="code">Stable: words.key-missing, words.key-wrong, words.key-invalid, words.key-command, words.key-fits.</param>
/// <param name="message">What is wrong and what to do. Nothing of a key.</param>
public sealed class SealingException(string code, string message) : Exception(message)
{
    /// <summary>Stable.</summary>
    public string Code => code;

    internal static SealingException Missing() => new(
        "words.key-missing", "Words are encrypted in this database, and the server key is not here. --words-key or JOURNAL_WORDS_KEY names its file; --words-key-command or JOURNAL_WORDS_KEY_COMMAND prints it.");

    internal static SealingException Wrong(string print, string wanted) => new(
        "words.key-wrong", $"This server key ({print}) is another than the one that words in this database are encrypted with ({wanted}).");
}

namespace Journal.Web.Interchange;

/// <summary>A file cannot be imported at all; nothing was stored.</summary>
/// <param name="code">Stable, for programs: <c>import.reason</c>.</param>
/// <param name="message">A sentence for a person.</param>
public sealed class ImportFailedException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}

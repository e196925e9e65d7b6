namespace Journal.Cli.Running;

/// <summary>What the environment says.</summary>
internal static class Variables
{
    /// <summary>A variable; null where it is not there, or empty.</summary>
    public static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? given : null;

    /// <summary>One that is yes or no; null where it is not there, or empty.</summary>
    /// <exception cref="VerbException"><c>variable.invalid</c>: it is something else.</exception>
    public static bool? Choice(string name) => Text(name) switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        _ => throw new VerbException(ExitCode.Refused, "variable.invalid", $"{name} is yes or no."),
    };
}

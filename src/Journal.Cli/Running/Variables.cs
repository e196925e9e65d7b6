using Journal.Cli.Output;

namespace Journal.Cli.Running;

/// <summary>What the environment decides.</summary>
internal static class Variables
{
    /// <summary>One that is yes or no; null where it is not there, or empty.</summary>
    /// <exception cref="VerbException"><c>variable.invalid</c>: it is something else.</exception>
    public static bool? Choice(string name) => Terminal.Variable(name) switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        _ => throw new VerbException(ExitCode.Refused, "variable.invalid", $"{name} is yes or no."),
    };
}

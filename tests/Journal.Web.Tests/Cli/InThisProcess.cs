using System.Globalization;
using Journal.Cli;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Web.Tests.Cli;

/// <summary>The command line in this process, with what it says caught: what many lines need, at a tenth of the time. Standard input needs a process of its own.</summary>
internal static class InThisProcess
{
    public static Task<Ran> RunAsync(string database, params string[] args) => RunAsync(database, [], args);

    /// <param name="database">Leads to the journal.</param>
    /// <param name="variables">Of the environment, besides.</param>
    /// <param name="args">The line.</param>
    public static async Task<Ran> RunAsync(string database, (string Name, string Value)[] variables, params string[] args)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture));
        var terminal = new Terminal(output, error) { Variables = variables.Append(("JOURNAL_DATABASE", database)).ToDictionary(one => one.Item1, one => one.Item2) };
        var exitCode = await Terminal.RunAsync(terminal, () => CommandLine.RunAsync(args, Verbs.Of(args), TestContext.Current.CancellationToken));
        return new(exitCode, output.ToString(), error.ToString());
    }
}

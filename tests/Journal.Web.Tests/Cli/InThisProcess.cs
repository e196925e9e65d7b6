using System.Globalization;
using Journal.Cli;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Web.Tests.Cli;

/// <summary>The command line in this process, with what it says caught: what many lines need, at a tenth of the time. Standard input needs a process of its own.</summary>
internal static class InThisProcess
{
    public static async Task<Ran> RunAsync(string database, params string[] args)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture));
        var terminal = new Terminal(output, error) { Variables = new Dictionary<string, string> { ["JOURNAL_DATABASE"] = database } };
        var exitCode = await Terminal.RunAsync(terminal, () => CommandLine.RunAsync(args, Verbs.Of(args), TestContext.Current.CancellationToken));
        return new(exitCode, output.ToString(), error.ToString());
    }
}

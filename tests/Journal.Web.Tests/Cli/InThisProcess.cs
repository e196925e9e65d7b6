using System.Globalization;
using System.Text;
using Journal.Cli;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Web.Tests.Cli;

/// <summary>The command line in this process, with what it says caught: what many lines need, at a tenth of the time. Standard input needs a process of its own.</summary>
internal static class InThisProcess
{
    private static readonly SemaphoreSlim One = new(1);
    private static readonly AsyncLocal<(StringWriter Out, StringWriter Error)?> Caught = new();

    static InThisProcess()
    {
        Printer.IsCaught = true;
        Console.SetOut(new Split(Console.Out, caught => caught.Out));
        Console.SetError(new Split(Console.Error, caught => caught.Error));
    }

    public static async Task<Ran> RunAsync(string database, params string[] args)
    {
        await One.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Environment.SetEnvironmentVariable("JOURNAL_DATABASE", database);
            var caught = (Out: new StringWriter(CultureInfo.InvariantCulture), Error: new StringWriter(CultureInfo.InvariantCulture));
            Caught.Value = caught;
            var exitCode = await CommandLine.RunAsync(args, Verbs.Of(args));
            return new(exitCode, caught.Out.ToString(), caught.Error.ToString());
        }
        finally
        {
            Caught.Value = null;
            Environment.SetEnvironmentVariable("JOURNAL_DATABASE", null);
            One.Release();
        }
    }

    // Other tests, and whoever runs them, go on writing where they did.
    private sealed class Split(TextWriter others, Func<(StringWriter Out, StringWriter Error), TextWriter> mine) : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => (Caught.Value is { } caught ? mine(caught) : others).Write(value);

        public override void Write(string? value) => (Caught.Value is { } caught ? mine(caught) : others).Write(value);

        public override void Write(char[] buffer, int index, int count) => (Caught.Value is { } caught ? mine(caught) : others).Write(buffer, index, count);

        public override void Flush() => (Caught.Value is { } caught ? mine(caught) : others).Flush();
    }
}

using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Operations;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal verify</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var accept = new Option<bool>("--accept") { Description = "Take what this version of the code makes as what is compared with from now on." };
        return CommandLine.Verb("verify", "Fold everybody's events three ways and compare; compare with what was verified before.", [accept], async (session, args, ct) =>
        {
            var verification = await session.GetAsync<JournalVerification>(ct);
            var check = await Printer.WatchAsync("Verifying", watch => verification.RunAsync(args.GetValue(accept), watch, ct));
            session.Printer.Answer(check, VerifyingJson.Default.JournalCheck, console => Write(console, check));
            return check.Holds ? ExitCode.Done : ExitCode.Differs;
        });
    }

    private static void Write(IAnsiConsole console, JournalCheck check)
    {
        foreach (var finding in check.Store)
        {
            console.WriteLine($"! {finding.Code} {finding.Subject}: {finding.Message}");
        }

        foreach (var person in check.People)
        {
            console.WriteLine($"{person.Handle}: {person.Events} events to position {person.Position}, facts {person.Facts[..12]}, {person.Reports.Count} reports{(person.Differences.Count == 0 ? "; live, rebuilt and replayed agree" : "")}");
            foreach (var difference in person.Differences)
            {
                console.WriteLine($"  ! {difference.Code} {difference.What}: {difference.Message}");
            }
        }

        console.WriteLine($"{(check.Holds ? "All is as it should be" : "Something differs")}. Code {check.CodeVersion}.");
    }
}

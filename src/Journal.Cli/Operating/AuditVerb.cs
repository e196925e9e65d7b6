using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal audit [--limit N]</summary>
internal static class AuditVerb
{
    private const int Most = 500;

    public static Command Create()
    {
        var limit = new Option<int>("--limit", "-n") { Description = "At most so many, 1 to 500.", DefaultValueFactory = _ => 50 };
        limit.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > Most)
            {
                given.AddError($"--limit is a whole number from 1 to {Most}.");
            }
        });
        return CommandLine.Verb("audit", "Who was let into the journal, by what, when and from where, newest first.", [limit], async (session, args, ct) =>
        {
            var person = await session.ReaderAsync(ct);
            var acts = await (await session.GetAsync<AuditTrail>(ct)).ListAsync(person.Id, null, args.GetValue(limit), ct);
            session.Printer.Answer(new AuditAnswer(acts), OperatingJson.Default.AuditAnswer, console =>
            {
                var table = new Table().AddColumns("at (UTC)", "act", "about", "through", "from");
                foreach (var act in acts)
                {
                    table.AddRow(act.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", null), Saying.Cell(Reports.Text.Word(act.Act)), Saying.Cell(act.About ?? ""), act.Via, Saying.Cell(act.Place ?? ""));
                }

                console.Write(table);
            });
            return ExitCode.Done;
        });
    }
}

internal sealed record AuditAnswer(IReadOnlyList<AuditLine> Acts);

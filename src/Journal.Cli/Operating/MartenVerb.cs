using System.CommandLine;
using JasperFx;
using Journal.Cli.Running;
using Journal.Web;
using Microsoft.Extensions.Hosting;

namespace Journal.Cli.Operating;

/// <summary>journal marten: the tools that come with Marten and Wolverine, on the journal's own configuration.</summary>
internal static class MartenVerb
{
    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "As Marten's tools take them: help, describe, db-assert, projections, codegen write ..." };
        var verb = CommandLine.Verb("marten", "Marten's and Wolverine's own tools.", [words], async (session, args, ct) =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            builder.Services.AddJournal(await session.ConnectionStringAsync(ct));
            return await builder.Build().RunJasperFxCommands(args.GetValue(words) ?? []);
        });
        verb.Hidden = true;
        return verb;
    }
}

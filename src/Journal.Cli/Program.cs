using Journal.Cli;
using Journal.Cli.Beside;
using Journal.Cli.Output;
using Journal.Cli.Running;

var id = Guid.CreateVersion7();
return await RunningServer.TryRunAsync(args, id)
    ?? await Terminal.RunAsync(Terminal.Own(id), () => CommandLine.RunAsync(args, Verbs.Of(args)));

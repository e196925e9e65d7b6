using Journal.Cli;
using Journal.Cli.Beside;
using Journal.Cli.Output;
using Journal.Cli.Running;

var firstId = Guid.CreateVersion7();
return await RunningServer.TryRunAsync(args, firstId)
    ?? await Terminal.RunAsync(Terminal.Own(firstId), () => CommandLine.RunAsync(args, Verbs.Of(args)));

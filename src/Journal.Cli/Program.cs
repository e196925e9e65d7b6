using Journal.Cli;
using Journal.Cli.Running;

return await CommandLine.RunAsync(args, Verbs.Of(args));

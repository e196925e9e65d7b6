using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.EventStore;
using Journal.EventStore.Rebuilding;
using Journal.Facts;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal rebuild</summary>
internal static class RebuildVerb
{
    public static Command Create() => CommandLine.Verb("rebuild", "Make the read models anew from the events; what is there serves meanwhile.", [], async (session, _, ct) =>
    {
        var store = await session.GetAsync<PostgresEventStore>(ct);
        var facts = await session.GetAsync<FactsProjection>(ct);
        var position = await Printer.WatchAsync("Rebuilding", watch => new ProjectionRebuilder(store).RebuildAsync(
            [facts], new RebuildOptions { Progress = new Watch(watch) }, ct));
        session.Printer.Answer(new RebuildAnswer(position), AnswersJson.Default.RebuildAnswer, console => console.WriteLine($"Rebuilt from the events up to position {position}."));
        return ExitCode.Done;
    });

    private sealed class Watch(Action<double, double> watch) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => watch(value.Position, Math.Max(1, value.Target));
    }
}

/// <param name="Position">The last event of the log that is in them.</param>
internal sealed record RebuildAnswer(long Position);

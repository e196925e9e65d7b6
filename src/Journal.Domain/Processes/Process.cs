using System.Collections.Immutable;

namespace Journal.Domain.Processes;

public sealed record Process(Guid Id, ImmutableHashSet<Guid> Runs, bool Retracted) : IState<Process>, IRetractable
{
    public static Process Create(ProcessDefined e) => new(e.ProcessId, [], Retracted: false);

    public static Process Apply(ProcessRun e, Process process) => process with { Runs = process.Runs.Add(e.RunId) };

    public static Process Apply(SubjectRetracted e, Process process) => process with { Retracted = true };

    public static Process? Fold(Process? state, IJournalEvent e) => (state, e) switch
    {
        (null, ProcessDefined defined) => Create(defined),
        ({ } process, ProcessRun run) => Apply(run, process),
        ({ } process, SubjectRetracted retracted) => Apply(retracted, process),
        _ => state,
    };
}

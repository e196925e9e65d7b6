using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;
using Journal.EventStore;

namespace Journal.Server.History;

/// <summary>Which aim each subject serves, as far as the history has been followed.</summary>
internal sealed class AimLinks
{
    private readonly Dictionary<Guid, Guid> aims = [];

    /// <summary>Takes in one event, in the order of the log.</summary>
    /// <returns>The aim that the event's subject serves from here on; null when it serves none.</returns>
    public Guid? Follow(RecordedEvent e)
    {
        if (Named(e.Data) is { } aim)
            aims[e.Stream] = aim;
        return aims.TryGetValue(e.Stream, out var served) ? served : null;
    }

    private static Guid? Named(object e) => e switch
    {
        AimSet set => set.AimId,
        PracticeAdopted adopted => adopted.AimId,
        PracticeRevised revised => revised.AimId,
        BeliefStated stated => stated.AimId,
        JournalEntryWritten written => written.AimId,
        InterventionStarted started => started.AimId,
        _ => null,
    };
}

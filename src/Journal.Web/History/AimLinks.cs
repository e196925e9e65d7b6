using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;
using Journal.Signals;
using Journal.Work;

namespace Journal.Web.History;

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
        _ => NamedUpstream(e) ?? NamedDownstream(e),
    };

    private static Guid? NamedUpstream(object e) => e switch
    {
        DecisionOpened opened => opened.AimId,
        PrioritiesRanked ranked => ranked.AimId,
        InterpretationLogged logged => logged.AimId,
        SetbackInterpreted read => read.AimId,
        SignalNoticed noticed => noticed.AimId,
        DiagnosisStated stated => stated.AimId,
        DiagnosticAnswered answered => answered.AimId,
        DefectRaised raised => raised.AimId,
        _ => null,
    };

    private static Guid? NamedDownstream(object e) => e switch
    {
        CommitmentMade made => made.AimId,
        CorrectionMade corrected => corrected.AimId,
        OperatorIntervened intervened => intervened.AimId,
        OutputRecorded output => output.AimId,
        TimeSpent time => time.AimId,
        FocusSet focus => focus.AimId,
        ProcessDefined defined => defined.AimId,
        AmplifierApplied applied => applied.AimId,
        _ => null,
    };
}

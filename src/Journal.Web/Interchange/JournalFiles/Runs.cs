using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.EventStore;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using Journal.States;
using Journal.Work;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Lines as appends: those that follow one another on the same stream go together.</summary>
internal static class Runs
{
    public static IEnumerable<StreamAppend> Of(string tenant, IReadOnlyList<JournalFileLine> lines)
    {
        for (int start = 0, end; start < lines.Count; start = end)
        {
            var stream = lines[start].Data.SubjectId;
            for (end = start + 1; end < lines.Count && lines[end].Data.SubjectId == stream; end++)
            {
            }

            yield return new(tenant, stream, ExpectedVersion.Any, [.. lines.Skip(start).Take(end - start).Select(line => line.ToNewEvent())], Aggregate(lines[start].Data));
        }
    }

    // Only what begins a subject names its kind; a stream that is there keeps what it has.
    private static string? Aggregate(IJournalEvent first) => first switch
    {
        AimSet => StoredName.Of(typeof(Aim)),
        BeliefStated => StoredName.Of(typeof(Belief)),
        PracticeAdopted => StoredName.Of(typeof(Practice)),
        JournalEntryWritten => StoredName.Of(typeof(Entry)),
        InterventionStarted => StoredName.Of(typeof(Intervention)),
        DecisionOpened => StoredName.Of(typeof(DecisionCase)),
        SignalNoticed => StoredName.Of(typeof(Signal)),
        CommitmentMade => StoredName.Of(typeof(Commitment)),
        ProcessDefined => StoredName.Of(typeof(Process)),
        DefectRaised => StoredName.Of(typeof(Defect)),
        StateSampled or DecisionStandardSet or PrioritiesRanked or InterpretationLogged or SetbackInterpreted or CorrectionMade or OperatorIntervened
            or OutputRecorded or TimeSpent or FocusSet or AmplifierApplied or LoadObserved or DiagnosisStated or DiagnosticAnswered
            or MomentLabelled =>
            StoredName.Of(typeof(Observation<>)),
        _ => null,
    };
}

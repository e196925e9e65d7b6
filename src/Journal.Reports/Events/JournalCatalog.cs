using Journal.EventStore;

namespace Journal.Reports.Events;

/// <summary>The journal's events by their stored names. A name, once written, is for ever.</summary>
public static class JournalCatalog
{
    private static readonly JournalEventsJson Json = JournalEventsJson.Default;

    public static EventCatalog Build() => EventCatalog.Create()
        .Add(Json.AimSet)
        .Add(Json.AimRevised)
        .Add(Json.AimClosed)
        .Add(Json.BeliefStated)
        .Add(Json.BeliefRated)
        .Add(Json.BeliefChallenged)
        .Add(Json.BeliefReplaced)
        .Add(Json.BeliefRetired)
        .Add(Json.EvidenceLinked)
        .Add(Json.PracticeAdopted)
        .Add(Json.PracticeRevised)
        .Add(Json.PracticeDropped)
        .Add(Json.ExecutionFinished)
        .Add(Json.ExecutionMissed)
        .Add(Json.ExecutionSkipped)
        .Add(Json.OutcomeRetracted)
        .Add(Json.JournalEntryWritten)
        .Add(Json.EntryAmended)
        .Add(Json.EntryRetracted)
        .Add(Json.StateSampled)
        .Add(Json.InterventionStarted)
        .Add(Json.InterventionEnded)
        .Build();
}

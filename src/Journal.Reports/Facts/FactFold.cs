using System.Security.Cryptography;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;

namespace Journal.Reports.Facts;

/// <summary>The one fold behind every figure: which facts an event touches, and what they are after it.</summary>
internal static class FactFold
{
    /// <summary>The key of the fact an event speaks of; null for an event that makes none.</summary>
    public static Guid? Key(object e) => e switch
    {
        AimSet aim => aim.AimId,
        AimRevised aim => aim.AimId,
        AimClosed aim => aim.AimId,
        PracticeAdopted practice => practice.PracticeId,
        PracticeRevised practice => practice.PracticeId,
        PracticeDropped practice => practice.PracticeId,
        ExecutionFinished outcome => Within(outcome.PracticeId, outcome.OutcomeId),
        ExecutionMissed outcome => Within(outcome.PracticeId, outcome.OutcomeId),
        ExecutionSkipped outcome => Within(outcome.PracticeId, outcome.OutcomeId),
        OutcomeRetracted outcome => Within(outcome.PracticeId, outcome.OutcomeId),
        BeliefStated belief => belief.BeliefId,
        BeliefRated belief => belief.BeliefId,
        BeliefChallenged belief => belief.BeliefId,
        BeliefReplaced belief => belief.BeliefId,
        BeliefRetired belief => belief.BeliefId,
        EvidenceLinked evidence => Within(evidence.BeliefId, evidence.EvidenceId),
        JournalEntryWritten entry => entry.EntryId,
        EntryAmended entry => entry.EntryId,
        EntryRetracted entry => entry.EntryId,
        StateSampled sample => sample.SampleId,
        InterventionStarted intervention => intervention.InterventionId,
        InterventionEnded intervention => intervention.InterventionId,
        _ => null,
    };

    /// <summary>The fact after an event; null when there is none (any more).</summary>
    /// <param name="fact">The fact before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="source">Reads where the event was imported from; asked only when the fact keeps it.</param>
    public static Fact? Apply(Fact? fact, object e, Guid id, Func<string?> source) => e switch
    {
        AimSet or AimRevised or AimClosed => AimFact.Fold(fact as AimFact, e, id),
        PracticeAdopted or PracticeRevised or PracticeDropped => PracticeFact.Fold(fact as PracticeFact, e, id, source),
        ExecutionFinished or ExecutionMissed or ExecutionSkipped or OutcomeRetracted => OutcomeFact.Fold(fact as OutcomeFact, e, id),
        BeliefStated or BeliefRated or BeliefChallenged or BeliefReplaced or BeliefRetired => BeliefFact.Fold(fact as BeliefFact, e, id),
        EvidenceLinked => EvidenceFact.Fold(fact as EvidenceFact, e, id),
        JournalEntryWritten or EntryAmended or EntryRetracted => EntryFact.Fold(fact as EntryFact, e, id),
        StateSampled => StateFact.Fold(fact as StateFact, e, id),
        InterventionStarted or InterventionEnded => InterventionFact.Fold(fact as InterventionFact, e, id),
        _ => fact,
    };

    // Outcomes and evidence are named within their practice or belief: a sender may choose the same id in two of them.
    private static Guid Within(Guid subject, Guid id)
    {
        Span<byte> both = stackalloc byte[32];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        subject.TryWriteBytes(both, bigEndian: true, out _);
        id.TryWriteBytes(both[16..], bigEndian: true, out _);
        SHA256.HashData(both, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}

using System.Collections.Immutable;
using Journal.Recording;

namespace Journal.Beliefs;

/// <summary>A person states what they hold to be true.</summary>
/// <param name="Strength">How strongly it is held, 0 to 1.</param>
/// <param name="Stance">Whether holding it serves acting on the aim or limits it.</param>
/// <param name="Origin">Only an explicit belief counts in a figure; the others wait to be confirmed.</param>
/// <param name="Replaces">The belief this one was put in the place of.</param>
public sealed record BeliefStated(
    Guid BeliefId,
    [property: Personal] string Text,
    BeliefScope Scope,
    double Strength,
    BeliefStance Stance,
    BeliefOrigin Origin,
    Guid? AimId,
    Guid? Replaces,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <param name="Strength">How strongly it is held now, 0 to 1.</param>
public sealed record BeliefRated(Guid BeliefId, double Strength, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>The belief is put in question; it stays active.</summary>
public sealed record BeliefChallenged(Guid BeliefId, [property: Personal] string Challenge, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>The belief gives way to another; both stay visible.</summary>
public sealed record BeliefReplaced(Guid BeliefId, Guid ReplacementId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>The belief is held no longer, and nothing took its place.</summary>
public sealed record BeliefRetired(Guid BeliefId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>Something that happened speaks for or against a belief.</summary>
/// <param name="SourceId">The outcome, entry or other subject it was seen in; null when it lies outside the journal.</param>
public sealed record EvidenceLinked(
    Guid BeliefId,
    Guid EvidenceId,
    EvidenceDirection Direction,
    Guid? SourceId,
    [property: Personal] string? Note,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => BeliefId;

    Guid IPartOf.PartId => EvidenceId;
}

/// <summary>What a belief makes a claim about.</summary>
public enum BeliefScope
{
    Possible,
    Deserved,
    Safe,
    Sustainable,
    Necessary,
    WorthActingOn,
    SafeToIgnore,
}

public enum BeliefStance
{
    Serves,
    Limits,
}

public enum BeliefOrigin
{
    Explicit,
    Extracted,
    Inferred,
}

public enum EvidenceDirection
{
    Supports,
    Contradicts,
}

/// <param name="Owned">Whether the person stated or confirmed it; what was only extracted or inferred waits for that.</param>
public sealed record Belief(
    Guid Id, BeliefScope Scope, bool Owned, Guid? AimId, bool Active, ImmutableHashSet<Guid> Tests, ImmutableHashSet<Guid> Predictions) : IState<Belief>
{
    private static Belief From(BeliefStated e) => new(e.BeliefId, e.Scope, e.Origin == BeliefOrigin.Explicit, e.AimId, Active: true, [], []);

    private static Belief On(BeliefConfirmed e, Belief belief) => belief with { Owned = true };

    private static Belief On(ConstraintTested e, Belief belief) => belief with { Tests = belief.Tests.Add(e.TestId) };

    private static Belief On(BeliefPredicted e, Belief belief) => belief with { Predictions = belief.Predictions.Add(e.PredictionId) };

    private static Belief On(BeliefReplaced e, Belief belief) => belief with { Active = false };

    private static Belief On(BeliefRetired e, Belief belief) => belief with { Active = false };

    public static Belief? Fold(Belief? state, IJournalEvent e) => (state, e) switch
    {
        (null, BeliefStated stated) => From(stated),
        ({ } belief, BeliefConfirmed confirmed) => On(confirmed, belief),
        ({ } belief, ConstraintTested tested) => On(tested, belief),
        ({ } belief, BeliefPredicted predicted) => On(predicted, belief),
        ({ } belief, BeliefReplaced replaced) => On(replaced, belief),
        ({ } belief, BeliefRetired retired) => On(retired, belief),
        _ => state,
    };
}

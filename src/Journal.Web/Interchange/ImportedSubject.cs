using System.Text.Json;
using Journal.Commitments;
using Journal.Entries;
using Journal.Facts;
using Journal.Recording;
using Journal.States;

namespace Journal.Web.Interchange;

/// <summary>Something that stands on its own, and not in the days of a practice.</summary>
/// <param name="Row">The row it came from.</param>
/// <param name="Zone">The zone it was recorded in, where the source says so; else the person's.</param>
/// <param name="Place">Where it stands in the file, such as <c>line 12</c>.</param>
public abstract record ImportedSubject(ImportHeader Row, string? Zone, string Place) : ImportedRecord(Row)
{
    private static readonly Refusal Replaced = Refusal.Conflict("import.replaced", "The source says otherwise now.");

    /// <summary>The word for what it is, such as <c>entry</c>.</summary>
    public abstract string Word { get; }

    /// <summary>What is recorded of it where the journal does not have it.</summary>
    internal abstract Verdict Begin(Guid id, DateTimeOffset now);

    /// <summary>What is recorded where the source said something else the last time; refused where only another one in its place can say it.</summary>
    internal virtual Verdict Change(Guid id, Fact said, DateTimeOffset now) => Replaced;

    /// <summary>Takes back what the source said the last time.</summary>
    internal abstract Verdict TakeBack(Guid id, DateTimeOffset now);

    /// <summary>Whether a fact says what another says, whatever events it is made of.</summary>
    internal virtual bool IsSame(Fact one, Fact other) => Text(one) == Text(other);

    private static string Text(Fact fact) => JsonSerializer.Serialize(fact with { Events = [], LaterDay = null }, FactsJson.Fact);

    protected static string TakenBack => Replaced.Reason;
}

/// <summary>Something written down.</summary>
/// <param name="Edited">When it was last changed there; null where that is not known.</param>
public sealed record ImportedEntry(ImportHeader Row, string Text, IReadOnlyList<string> Tags, DateTimeOffset At, DateTimeOffset? Edited, string? Zone, string Place) : ImportedSubject(Row, Zone, Place)
{
    public override string Word => "entry";

    internal override Verdict Begin(Guid id, DateTimeOffset now) => EntryDecider.Decide(new WriteEntry(Text, Tags: Tags) { Id = id, OccurredAt = At }, null, now);

    internal override Verdict Change(Guid id, Fact said, DateTimeOffset now)
    {
        var (before, entry) = ((EntryFact)said, new Entry(id, Retracted: false));
        var amended = before.Text == Text && Same(before.Tags)
            ? Verdict.Nothing
            : EntryDecider.Decide(new AmendEntry(Text, Tags: Tags) { Id = id, OccurredAt = Edited is { } edited && edited <= now ? edited : now }, entry, now);
        if (amended.Refusal is not null || before.OccurredAt.EqualsExact(At))
            return amended;
        var moved = Moving.Decide(new MoveSubject { Id = id, OccurredAt = At }, entry, now);
        return moved.Refusal is null ? Verdict.Accept(now, [.. amended.Events, .. moved.Events]) : moved;
    }

    internal override Verdict TakeBack(Guid id, DateTimeOffset now) => EntryDecider.Decide(new RetractEntry(TakenBack) { Id = id }, new Entry(id, Retracted: false), now);

    internal override bool IsSame(Fact one, Fact other) =>
        one is EntryFact a && other is EntryFact b && a.Text == b.Text && a.OccurredAt.EqualsExact(b.OccurredAt) && (a.Tags ?? []).SequenceEqual(b.Tags ?? []);

    private bool Same(IReadOnlyList<string>? tags) => Tags.SequenceEqual(tags ?? []);
}

/// <summary>How somebody was.</summary>
public sealed record ImportedSample(ImportHeader Row, SampleState Sample, string? Zone, string Place) : ImportedSubject(Row, Zone, Place)
{
    public override string Word => "state";

    internal override Verdict Begin(Guid id, DateTimeOffset now) => SampleDecider.Decide(Sample with { Id = id }, null, now);

    internal override Verdict TakeBack(Guid id, DateTimeOffset now) => Retraction.Of(id, TakenBack, now);
}

/// <summary>Something planned.</summary>
/// <param name="Make">The plan.</param>
/// <param name="Finish">How it ended; null while it is open.</param>
public sealed record ImportedCommitment(ImportHeader Row, MakeCommitment Make, FinishCommitment? Finish, string? Zone, string Place) : ImportedSubject(Row, Zone, Place)
{
    public override string Word => "commitment";

    internal override Verdict Begin(Guid id, DateTimeOffset now)
    {
        var made = CommitmentDecider.Decide(Make with { Id = id }, null, now);
        if (made.Refusal is not null || Finish is null)
            return made;
        var finished = CommitmentDecider.Decide(Finish with { Id = id }, Open(id), now);
        return finished.Refusal is null ? Verdict.Accept(now, [.. made.Events, .. finished.Events]) : finished;
    }

    // What was planned and is done by now goes on; any other change is another plan.
    internal override Verdict Change(Guid id, Fact said, DateTimeOffset now) =>
        Finish is { } finish && said is CommitmentFact { Ending: null } && IsSame(said, Planned(id, now)) ? CommitmentDecider.Decide(finish with { Id = id }, Open(id), now) : base.Change(id, said, now);

    internal override Verdict TakeBack(Guid id, DateTimeOffset now) => Retraction.Of(id, TakenBack, now);

    // Calendars say when they were written out, and call it when the plan was made.
    internal override bool IsSame(Fact one, Fact other) => base.IsSame(one with { OccurredAt = other.OccurredAt }, other);

    private Fact Planned(Guid id, DateTimeOffset now) => ImportedBefore.Fold(CommitmentDecider.Decide(Make with { Id = id }, null, now).Events)!;

    private static Commitment Open(Guid id) => new(id, CommitmentStage.Planned, [], Retracted: false);
}

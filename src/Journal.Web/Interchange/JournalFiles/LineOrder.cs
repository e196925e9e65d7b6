using Journal.Commands;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>
/// Whether the events of a journal file could have been recorded, each after those before it. A value out of range is refused, and so is a subject that was
/// never begun. What only a subject's history speaks against is let through: it was accepted once, and every fold knows to pass over it.
/// docs/decisions/0070 gives the reasons.
/// </summary>
/// <param name="now">What lies in the future lies after this.</param>
public sealed class LineOrder(DateTimeOffset now)
{
    // What is meant for later lies some years after it, and the calendar ends.
    private const int LastYear = 9000;

    private static readonly Refusal Taken = Refusal.Conflict("id.taken", "This id already stands for something else.");
    private readonly Dictionary<Guid, (FactKind Kind, SubjectHistory History)> subjects = [];

    /// <summary>Null when the event may stand; it then counts for those that follow.</summary>
    /// <param name="e">The event.</param>
    /// <param name="recordedAt">When it was recorded, by the clock of that moment: one that ran ahead let later times through.</param>
    public Refusal? Check(IJournalEvent e, DateTimeOffset? recordedAt = null)
    {
        ArgumentNullException.ThrowIfNull(e);
        if ((e.Check(recordedAt is { Year: < LastYear } ahead && ahead > now ? ahead : now) ?? Place(e)) is { } refusal)
            return refusal;
        subjects[e.SubjectId].History.Take(e);
        return null;
    }

    private Refusal? Place(IJournalEvent e)
    {
        var there = subjects.TryGetValue(e.SubjectId, out var subject);
        if (FactKinds.Folding(e.GetType())?.Whole is not { } kind)
            return there && (subject.History.IsRetractable || e is not IRetraction) ? null : Retraction.Missing;
        if (there)
            return subject.Kind == kind ? subject.History.Missing(e) : Taken;
        if (kind.Beginning != e.GetType())
            return Refusal.Unknown($"{kind.Word}.unknown", $"There is no such {kind.Word}.");
        subjects.Add(e.SubjectId, (kind, SubjectHistory.Of(kind.State!)));
        return null;
    }
}

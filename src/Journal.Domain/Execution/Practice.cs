using System.Collections.Immutable;

namespace Journal.Domain.Execution;

public sealed record Practice(Guid Id, int Times, int Days, bool Dropped, ImmutableHashSet<Guid> Outcomes) : IState<Practice>
{
    public static Practice Create(PracticeAdopted e) => new(e.PracticeId, e.Times, e.Days, Dropped: false, []);

    public static Practice Apply(PracticeRevised e, Practice practice) =>
        practice with { Times = e.Times ?? practice.Times, Days = e.Days ?? practice.Days };

    public static Practice Apply(PracticeDropped e, Practice practice) => practice with { Dropped = true };

    public static Practice Apply(ExecutionFinished e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    public static Practice Apply(ExecutionMissed e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    public static Practice Apply(ExecutionSkipped e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    public static Practice Apply(OutcomeRetracted e, Practice practice) => practice with { Outcomes = practice.Outcomes.Remove(e.OutcomeId) };

    public static Practice? Fold(Practice? state, IJournalEvent e) => (state, e) switch
    {
        (null, PracticeAdopted adopted) => Create(adopted),
        ({ } practice, PracticeRevised revised) => Apply(revised, practice),
        ({ } practice, PracticeDropped dropped) => Apply(dropped, practice),
        ({ } practice, ExecutionFinished finished) => Apply(finished, practice),
        ({ } practice, ExecutionMissed missed) => Apply(missed, practice),
        ({ } practice, ExecutionSkipped skipped) => Apply(skipped, practice),
        ({ } practice, OutcomeRetracted retracted) => Apply(retracted, practice),
        _ => state,
    };
}

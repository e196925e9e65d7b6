using Journal.Aims;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Entries;
using Journal.Interpretations;
using Journal.Signals;

namespace Journal.Benchmarks.Reports;

/// <summary>Aims, beliefs with their evidence, decisions with their reviews, and how things are read.</summary>
internal sealed class SeededThinking(SeededLife life, IReadOnlyList<Guid> aims)
{
    private static readonly string[] Classes = ["work", "money", "people"];
    private IReadOnlyList<Guid> beliefs = [];

    public void Begin(DateOnly first)
    {
        foreach (var aim in aims)
            life.Add(new AimSet(aim, "an aim", null, SeededLife.At(first, 0.5)));
        life.Add(new DecisionStandardSet(life.Id(), "work", 72, SeededLife.At(first, 0.6)));
    }

    public void Live(DateOnly day)
    {
        if (beliefs.Count == 0)
            beliefs = [.. Enumerable.Range(0, 6).Select(i => State(day, i))];
        if (life.Chance(0.14))
            Decide(day);
        if (life.Chance(0.10))
            life.Add(new EvidenceLinked(life.OneOf(beliefs), life.Id(), life.OneOf<EvidenceDirection>(), null, null, SeededLife.At(day, 18)));
        if (life.Chance(0.08))
            life.Add(new InterpretationLogged(life.Id(), life.OneOf<InterpretationKind>(), "how this reads", life.Chance(0.6), [life.OneOf(beliefs)], null, null, life.OneOf(aims), SeededLife.At(day, 19)));
        if (life.Chance(0.02))
            life.Add(new SetbackInterpreted(life.Id(), life.OneOf<SetbackReading>(), "what it came to", life.Chance(0.5), [life.OneOf(beliefs)], null, life.OneOf(aims), SeededLife.At(day, 19.5)));
        if (life.Chance(0.03))
            life.Add(new JournalEntryWritten(life.Id(), "what the day was like", null, life.OneOf(aims), SeededLife.At(day, 22)));
        if (life.Chance(0.02))
            Notice(day);
    }

    private Guid State(DateOnly day, int i)
    {
        var id = life.Id();
        life.Add(new BeliefStated(id, "what is held to be true", life.OneOf<BeliefScope>(), 0.7, i % 2 == 0 ? BeliefStance.Limits : BeliefStance.Serves, BeliefOrigin.Explicit, life.OneOf(aims), null, SeededLife.At(day, 2)));
        if (i == 0)
            life.Add(new ConstraintNominated(id, "if it grows", "control", ConstraintTemplate.ScaleLosesControl, 40, [], SeededLife.At(day, 2.5)));
        return id;
    }

    private void Decide(DateOnly day)
    {
        var (id, opened, waited) = (life.Id(), SeededLife.At(day, 9), life.Between(2, 200));
        life.Add(new DecisionOpened(id, "which way?", life.OneOf(Classes), ["one", "other"], life.Chance(0.2) ? opened.AddMinutes(-30) : null, [life.OneOf(beliefs)], life.OneOf(aims), opened));
        for (var i = life.Between(0, 3); i > 0; i--)
            life.Add(new DecisionReviewed(id, life.Id(), life.Chance(0.4), null, 15, opened.AddHours(waited / (i + 1.0))));
        if (life.Chance(0.1))
            return;
        life.Add(new DecisionMade(id, "one", life.Share(), opened.AddHours(waited)));
        if (life.Chance(0.5))
            life.Add(new DecisionOutcomeReviewed(id, life.Chance(0.6), null, opened.AddHours(waited).AddDays(30)));
    }

    private void Notice(DateOnly day)
    {
        var id = life.Id();
        life.Add(new SignalNoticed(id, "something moved", life.OneOf(aims), SeededLife.At(day, 10)));
        if (life.Chance(0.5))
            life.Add(new SignalActedOn(id, null, SeededLife.At(day, 11).AddDays(life.Between(0, 30))));
    }
}

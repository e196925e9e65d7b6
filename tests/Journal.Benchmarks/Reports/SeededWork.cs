using Journal.Commitments;
using Journal.Diagnosis;
using Journal.Growth;
using Journal.Interventions;
using Journal.Processes;
using Journal.Work;

namespace Journal.Benchmarks.Reports;

/// <summary>Commitments, time, output, processes and loads.</summary>
internal sealed class SeededWork(SeededLife life, IReadOnlyList<Guid> aims)
{
    private static readonly string[] Topics = ["product", "sales", "team"];
    private IReadOnlyList<Guid> processes = [];

    public void Begin(DateOnly first)
    {
        foreach (var topic in Topics)
            life.Add(new FocusSet(life.Id(), topic, 0.3, null, SeededLife.At(first, 0.7)));
    }

    public void Live(DateOnly day)
    {
        if (processes.Count == 0)
            processes = [.. Enumerable.Range(0, 3).Select(_ => Define(day))];
        if (life.Chance(0.25))
            Commit(day);
        if (life.Chance(0.25))
            life.Add(new TimeSpent(life.Id(), life.Between(30, 240), life.OneOf<TimeMode>(), life.OneOf(Topics), null, null, life.OneOf(aims), SeededLife.At(day, 17)));
        if (life.Chance(0.14))
            life.Add(new OutputRecorded(life.Id(), life.Between(1, 9), "pages", life.Between(30, 300), null, life.OneOf(Topics), null, life.OneOf(aims), SeededLife.At(day, 17.5)));
        if (life.Chance(0.14))
            life.Add(new ProcessRun(life.OneOf(processes), life.Id(), life.OneOf<Runner>(), life.Chance(0.4), life.Chance(0.8), life.Between(10, 90), life.Between(3, 12), life.Between(1, 7), life.Chance(0.5), null, SeededLife.At(day, 14)));
        if (life.Chance(0.06))
            life.Add(new CorrectionMade(life.Id(), 20, null, null, life.OneOf(aims), SeededLife.At(day, 15)));
        if (life.Chance(0.06))
            life.Add(new OperatorIntervened(life.Id(), 20, null, null, life.OneOf(aims), SeededLife.At(day, 15.5)));
        if (day.Day == 1)
            life.Add(new LoadObserved(life.Id(), life.Between(1, 12), life.Between(20, 300), life.Between(0, 20), life.Between(1, 7), life.Between(1, 7), life.Between(1, 7), SeededLife.At(day, 8)));
        if (life.Chance(0.006))
            Change(day);
    }

    private Guid Define(DateOnly day)
    {
        var id = life.Id();
        life.Add(new ProcessDefined(id, "how it is done", 6, Documented: true, "share right", 45, life.OneOf(aims), SeededLife.At(day, 3)));
        return id;
    }

    private void Commit(DateOnly day)
    {
        var (id, planned) = (life.Id(), SeededLife.At(day, 10).AddDays(life.Between(0, 5)));
        var started = planned.AddMinutes(life.Between(0, 3000));
        life.Add(new CommitmentMade(id, "one thing", planned, planned.AddDays(2), life.Between(5, 120), life.Between(1, 7), null, null, [], life.OneOf(aims), SeededLife.At(day, 8.5)));
        if (life.Chance(0.25))
            life.Add(new CommitmentReframed(id, life.OneOf<Reframing>(), null, null, life.OneOf<Journal.Cause>(), life.Chance(0.5), planned.AddMinutes(-20)));
        if (life.Chance(0.3))
        {
            life.Add(new CommitmentMissed(id, null, life.OneOf<Journal.Cause>(), life.Chance(0.5), planned.AddDays(3)));
            return;
        }

        life.Add(new CommitmentStarted(id, started));
        if (life.Chance(0.85))
            life.Add(new CommitmentFinished(id, life.Between(1, 7), life.Between(5, 120), life.Chance(0.3), null, started.AddHours(3)));
    }

    private void Change(DateOnly day)
    {
        var id = life.Id();
        life.Add(new InterventionStarted(id, "a change", [life.OneOf<Journal.Layer>()], life.OneOf(aims), SeededLife.At(day, 6)));
        life.Add(new InterventionEnded(id, null, SeededLife.At(day, 6).AddDays(60)));
        life.Add(new AmplifierApplied(life.Id(), life.OneOf<AmplifierKind>(), null, null, life.OneOf(aims), SeededLife.At(day, 6.5)));
        life.Add(new DefectRaised(life.Id(), "what seems off", life.OneOf<Journal.Layer>(), null, [], [], 0.5, life.OneOf(aims), SeededLife.At(day, 6.7)));
    }
}

using Journal.Practices;

namespace Journal.Benchmarks.Reports;

/// <summary>Five practices whose adherence rises and falls over months: two every day, two some days a week, one taken up half-way.</summary>
internal sealed class SeededPractices
{
    private readonly SeededLife life;
    private readonly IReadOnlyList<(Guid Id, DateOnly From, double Due, int Wave)> practices;

    public SeededPractices(SeededLife life, IReadOnlyList<Guid> aims, DateOnly first)
    {
        this.life = life;
        practices =
        [
            Adopt("write", first, 7, Silence.Unknown, aims[0]),
            Adopt("walk", first, 7, Silence.Missed, aims[1]),
            Adopt("review", first, 3, Silence.Unknown, aims[0]),
            Adopt("call", first, 2, Silence.Unknown, null),
            Adopt("read", first.AddDays(1800), 7, Silence.Unknown, aims[2]),
        ];
    }

    public void Live(DateOnly day)
    {
        foreach (var (id, from, due, wave) in practices)
        {
            if (day < from || !life.Chance(due))
                continue;
            var kept = 0.6 + (0.35 * Math.Sin((day.DayNumber + wave) / 40.0));
            Record(id, day, life.Chance(kept));
        }
    }

    private (Guid Id, DateOnly From, double Due, int Wave) Adopt(string title, DateOnly from, int times, Silence silence, Guid? aim)
    {
        var id = life.Id();
        life.Add(new PracticeAdopted(id, title, times, 7, null, null, TargetBound.AtLeast, silence, aim, SeededLife.At(from, 1)));
        life.Add(new PracticeFloorSet(id, 0.4, NonNegotiable: true, SeededLife.At(from, 1.5)));
        return (id, from, times / 7.0 * 0.87, life.Between(0, 250));
    }

    private void Record(Guid practice, DateOnly day, bool done)
    {
        var (outcome, planned) = (life.Id(), SeededLife.At(day, 7));
        var started = planned.AddMinutes(life.Between(-10, 400));
        life.Add(done
            ? new ExecutionFinished(practice, outcome, life.Chance(0.3) ? life.Share() : null, null, planned, started, life.Between(1, 7), life.Between(5, 60), life.Chance(0.2), null, started.AddMinutes(30))
            : life.Chance(0.8)
                ? new ExecutionMissed(practice, outcome, planned, life.Chance(0.2) ? started : null, "too late in the day", SeededLife.At(day, 21))
                : new ExecutionSkipped(practice, outcome, "away", SeededLife.At(day, 20)));
        if (!done && life.Chance(0.1))
            life.Add(new OutcomeCoded(practice, outcome, life.OneOf<Journal.Cause>(), life.Chance(0.5), SeededLife.At(day, 22)));
    }
}

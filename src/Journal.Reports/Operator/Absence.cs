using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>The absence test (C177): what becomes of runs while the operator is away. Where they fail, the work depends on presence.</summary>
internal static class Absence
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var away = work.Runs.Where(run => run.OperatorPresent == false).ToList();
        var failed = Reading.Share(away, run => !run.Consistent, "runs in absence that say whether they came out as they should", rules);
        builder.Add("absence.failed", "Share of runs that failed while the operator was away", "share", failed);
        if (failed.Value is not { } share)
        {
            builder.Insufficient("dependencyLoop", $"at least {rules.Fewest} runs in absence that say whether they came out as they should", failed.N, failed.Events);
            return;
        }

        var sentence = $"{Phrase.Percent(share)} of {Phrase.Count(failed.N, "run")} failed while the operator was away";
        if (share > rules.AbsenceFailures)
        {
            builder.Found("dependencyLoop", $"{sentence}: the absence test is not passed.", failed.N, failed.Events);
        }
        else
        {
            builder.NotFound("dependencyLoop", $"{sentence}: the absence test is passed.", failed.N, failed.Events);
        }
    }
}

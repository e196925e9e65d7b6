using Journal.Reports.Metrics;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether execution is clean, process by process, and whether what it rests on is there.</summary>
public static class CleanReport
{
    public static ReportKind Kind { get; } = new(
        "clean", "Which processes run with little friction, the same result and nobody watching, and which of the three fails.", Write)
    {
        Question = "What runs smoothly, and what does not?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        foreach (var process in work.Processes)
        {
            CleanProcess.Of(process, work).Write(builder);
            Handover.Write(process, work, builder);
        }

        if (work.Processes.Count == 0)
        {
            builder.Insufficient("clean", "a process and its runs");
        }

        CleanFoundations.Write(work, builder);
    }
}

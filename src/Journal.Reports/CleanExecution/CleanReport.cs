using Journal.Reports.Figures;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether execution is clean, process by process, and whether what it rests on is there.</summary>
public static class CleanReport
{
    public static ReportKind Kind { get; } = new(
        "clean", "Which processes run with little friction, the same result and nobody watching, and which of the three fails.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var work = WorkRecords.Of(view);
        foreach (var process in work.Processes)
        {
            CleanProcess.Of(process, work).Write(sheet);
            SimpleProcess.Write(process, work, sheet);
            Transfer.Write(process, work, sheet);
        }

        if (work.Processes.Count == 0)
        {
            sheet.Insufficient("clean", "a process and its runs");
        }

        BeliefReality.Write(work, sheet);
        DecisiveThinking.Write(work, sheet);
    }
}

using System.CommandLine;
using Journal.Cli.Backup;
using Journal.Cli.Importing;
using Journal.Cli.Operating;
using Journal.Cli.Reacting;
using Journal.Cli.Reading;
using Journal.Cli.Recording;
using Journal.Facts;

namespace Journal.Cli;

/// <summary>Every verb, in the order in which they are shown.</summary>
internal static class Verbs
{
    /// <param name="args">The words of the line: verbs that none of them names are built as far as their names.</param>
    public static IEnumerable<Command> Of(string[] args) => All(args is [CompletionVerb.Name, ..] ? [.. FactKinds.All.Select(kind => kind.Word), "import"] : args);

    /// <summary>Whether a running server may run a line: what is recorded and what is only read. What works on files, the database itself or for long stays with the process it was typed into.</summary>
    public static bool IsServed(IReadOnlyList<string> words) => words is [var word, ..] && (Served.Contains(word) || FactKinds.All.Any(kind => kind.Word == word));

    private static readonly string[] Served =
        ["log", "undo", "today", "history", "notices", "remind", "review", "report", "compare", "whatif", "sensitivity", "explain", "link"];

    private static IEnumerable<Command> All(string[] asked) =>
    [
        LogVerb.Create(),
        .. SubjectVerbs.AddTo(asked, PracticeVerbs.Create(), OutcomeVerbs.Create(), BeliefVerbs.Create(), StateVerb.Create(), InterventionVerbs.Create()),
        UndoVerb.Create(),
        TodayVerb.Create(),
        HistoryVerb.Create(),
        WatchVerb.Create(),
        NoticesVerb.Create(),
        RemindVerbs.Create(),
        WebhookVerbs.Create(),
        ReviewVerb.Create(),
        ReportVerbs.Create(),
        ReplayVerb.Create(),
        CompareVerb.Create(),
        WhatIfVerbs.WhatIf(),
        WhatIfVerbs.Sensitivity(),
        ExplainVerb.Create(),
        AnalyzeVerbs.Create(),
        ImportVerbs.Create(asked),
        ExportVerb.Create(),
        .. BackupVerbs.Create(),
        ServeVerb.Create(),
        LinkVerb.Create(),
        InviteVerb.Create(),
        TokenVerbs.Create(),
        AuditVerb.Create(),
        PersonVerbs.Create(),
        EraseVerb.Create(),
        .. ShareVerbs.Create(),
        .. CommentVerbs.Create(),
        KeysVerbs.Create(),
        RebuildVerb.Create(),
        ProjectionVerbs.Create(),
        VerifyVerb.Create(),
        MartenVerb.Create(),
        CompletionVerb.Create(),
    ];
}

using Journal.Cli.Importing;
using Journal.Cli.Operating;
using Journal.Cli.Reading;
using Journal.Cli.Recording;
using Journal.Cli.Running;

return await CommandLine.RunAsync(
    args,
    [
        ServeVerb.Create(),
        LogVerb.Create(),
        .. SubjectVerbs.AddTo(args, PracticeVerbs.Create(), OutcomeVerbs.Create(), BeliefVerbs.Create(), StateVerb.Create(), InterventionVerbs.Create()),
        ImportVerbs.Create(),
        ExportVerb.Create(),
        HistoryVerb.Create(),
        ReviewVerb.Create(),
        ReportVerbs.Create(),
        ReplayVerb.Create(),
        CompareVerb.Create(),
        WhatIfVerbs.WhatIf(),
        WhatIfVerbs.Sensitivity(),
        ExplainVerb.Create(),
        AnalyzeVerbs.Create(),
        RebuildVerb.Create(),
        VerifyVerb.Create(),
        MartenVerb.Create(),
        TokenVerbs.Create(),
        LinkVerb.Create(),
        PersonVerbs.Create(),
    ]);

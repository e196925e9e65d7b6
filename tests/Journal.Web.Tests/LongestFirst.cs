using Journal.Web.Tests;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Crashes;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Interchange;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.TimeTravel;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Journal.Web.Tests;

/// <summary>Classes that take a minute or more of waiting begin first, so that none of them runs on alone when everything else has ended. Nothing depends on the order.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [.. ((Type[])
    [
        typeof(ErasingAPerson), typeof(ServingOverAnUneasyDatabase), typeof(KilledUnderWriters), typeof(ImportingByItself), typeof(AnythingAtAll), typeof(LoggingFromTheCommandLine), typeof(ReplayingFromTheCommandLine),
        typeof(TypingAtATerminal), typeof(AnOddHome), typeof(ServingAfterAKill), typeof(FilesOfAPrivateJournal),
    ]).Select(type => type.FullName!)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var at and >= 0 ? at : Long.Length)];
}

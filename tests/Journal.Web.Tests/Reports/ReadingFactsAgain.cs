using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Tests.Interchange;
using Journal.Web.Tests.Postgres;
using Marten;

namespace Journal.Web.Tests.Reports;

/// <summary>What a reader that keeps facts in memory answers the second time: the same as one that reads everything.</summary>
public sealed class ReadingFactsAgain(TestPostgres postgres)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Gives_what_came_since_whether_the_daemon_has_seen_it_or_not(int seed)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var (kept, random) = (journal.Get<FactsReader>(), new Random(seed));
        await OneHistoryReadInSeveralWays.AppendAsync(journal, random, 60);
        await journal.CatchUpAsync();
        await SameAsAnewAsync(journal, kept);
        for (var round = 0; round < 4; round++)
        {
            await OneHistoryReadInSeveralWays.AppendAsync(journal, random, 30);
            await SameAsAnewAsync(journal, kept);
            if (round % 2 == 0)
            {
                await journal.CatchUpAsync();
                await SameAsAnewAsync(journal, kept);
            }
        }
    }

    [Fact]
    public async Task Gives_nothing_of_somebody_who_was_erased()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var kept = journal.Get<FactsReader>();
        await AppendAsync(journal, new JournalEntryWritten(Guid.CreateVersion7(), "I waited.", Layer.Thinking, null, Start));
        await CatchUpAsync(journal);
        Assert.Single((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All);
        await EraseAsync(journal);
        Assert.Empty((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All);
    }

    [Fact]
    public async Task Gives_a_subject_that_was_erased_and_came_again_as_it_came_again()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var (kept, practice) = (journal.Get<FactsReader>(), Guid.CreateVersion7());
        await AppendAsync(journal, Adopted(practice, "Run"));
        await AppendAsync(journal, new ExecutionFinished(practice, Guid.CreateVersion7(), null, null, null, null, null, null, null, null, Start));
        await CatchUpAsync(journal);
        Assert.Equal(2, (await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All.Count);
        await EraseAsync(journal);
        await AppendAsync(journal, Adopted(practice, "Walk"));
        await CatchUpAsync(journal);
        var only = Assert.Single((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All);
        Assert.Equal("Walk", only.Heading);
    }

    [Fact]
    public async Task Goes_on_where_the_first_fact_it_kept_was_taken_back()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var (kept, entry) = (journal.Get<FactsReader>(), Guid.CreateVersion7());
        await AppendAsync(journal, new JournalEntryWritten(entry, "I waited.", Layer.Thinking, null, Start));
        await CatchUpAsync(journal);
        Assert.Single((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All);
        await AppendAsync(journal, new EntryRetracted(entry, null, Start));
        Assert.Empty((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).All);
        await CatchUpAsync(journal);
        await AppendAsync(journal, new JournalEntryWritten(Guid.CreateVersion7(), "I began.", Layer.Thinking, null, Start));
        Assert.Equal("I began.", Assert.Single((await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct)).Of<EntryFact>()).Text);
    }

    [Fact]
    public async Task Keeps_one_persons_facts_from_anothers()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var kept = journal.Get<FactsReader>();
        await AppendAsync(journal, new JournalEntryWritten(Guid.CreateVersion7(), "I waited.", Layer.Thinking, null, Start));
        await CatchUpAsync(journal);
        await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct);
        Assert.Empty((await kept.ReadAsync(Guid.CreateVersion7(), knownAt: null, Ct)).All);
    }

    private static PracticeAdopted Adopted(Guid practice, string title) => new(practice, title, 1, 1, null, null, TargetBound.AtLeast, Silence.Unknown, null, Start);

    private static async Task SameAsAnewAsync(OpenJournal journal, FactsReader kept)
    {
        var anew = new FactsReader(journal.Get<PersonEvents>());
        var (one, other) = (await kept.ReadAsync(journal.Author.Person, knownAt: null, Ct), await anew.ReadAsync(journal.Author.Person, knownAt: null, Ct));
        Assert.Equal(OneHistoryReadInSeveralWays.Bytes(other), OneHistoryReadInSeveralWays.Bytes(one));
    }

    private static Task AppendAsync(OpenJournal journal, IJournalEvent e) => journal.AppendAsync(e);

    private static Task CatchUpAsync(OpenJournal journal) => journal.CatchUpAsync();

    private static Task EraseAsync(OpenJournal journal) => journal.Get<IDocumentStore>().Advanced.DeleteAllTenantDataAsync(journal.Author.Tenant, Ct);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Weeks;
using Journal.Web.Interchange;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

/// <summary>A database that was imported before comes again, from another day, another version of the app or another phone.</summary>
public sealed class ALoopDatabaseOfAnotherDay(TestPostgres postgres)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task From_a_new_phone_goes_on_with_the_same_habits()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var old = new LoopFile(25);
        old.Named(3, "Meditate", "u-med");
        old.Named(7, "Read", "u-read");
        old.Days(3, Monday, Every(30, 1));
        old.Days(7, Monday, Every(30, 3));
        using var restored = new LoopFile(25);
        restored.Named(1, "Meditate", "u-med");
        restored.Named(3, "Read", "u-read");
        restored.Days(1, Monday, Every(35, 1));
        restored.Days(3, Monday, Every(35, 3));

        await journal.ImportAsync(old.Path);
        var summary = await journal.ImportAsync(restored.Path);
        Assert.Equal((7, 0, 42, 0), (summary.Created, summary.Changed, summary.Duplicate, summary.TakenBack));
        Assert.Equal([("Meditate", 35), ("Read", 12)], (await PracticesAsync(journal)).OrderBy(one => one.Title).Select(one => (one.Title, one.Outcomes)));
    }

    [Fact]
    public async Task That_was_imported_before_its_habits_had_ids_of_their_own_is_known_by_their_days()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var old = new LoopFile(22);
        old.Habit(3, "Meditate");
        old.Habit(7, "Read");
        old.Days(3, Monday, Every(30, 1));
        old.Days(7, Monday, Every(30, 3));
        using var upgraded = new LoopFile(25);
        upgraded.Named(1, "Meditate", "u-med");
        upgraded.Named(3, "Read", "u-read");
        upgraded.Days(1, Monday, Every(30, 1));
        upgraded.Days(3, Monday, Every(30, 3));
        using var later = new LoopFile(25);
        later.Named(8, "Meditate", "u-med");
        later.Named(9, "Reading", "u-read");
        later.Days(8, Monday, Every(31, 1));

        await journal.ImportAsync(old.Path);
        Assert.Equal((0, 0), await journal.ImportAsync(upgraded.Path) is var same ? (same.Created, same.Changed) : default);
        await journal.ImportAsync(later.Path);
        Assert.Equal([("Meditate", 31), ("Reading", 0)], (await PracticesAsync(journal)).OrderBy(one => one.Title).Select(one => (one.Title, one.Outcomes)));
    }

    [Fact]
    public async Task In_which_an_id_stands_for_another_habit_is_refused_whole()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var old = new LoopFile(22);
        old.Habit(3, "Meditate");
        old.Days(3, Monday, Every(30, 1));
        using var other = new LoopFile(22);
        other.Habit(1, "Swim");
        other.Habit(3, "Read");
        other.Days(3, Monday.AddDays(40), Every(30, 1));
        await journal.ImportAsync(old.Path);
        var before = (await journal.EventsAsync()).Count;
        var refused = await Assert.ThrowsAsync<ImportFailedException>(() => journal.ImportAsync(other.Path));
        Assert.Equal("import.identity", refused.Code);
        Assert.Equal(before, (await journal.EventsAsync()).Count);
    }

    [Fact]
    public async Task Is_due_again_where_it_is_archived_no_more()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Every(10, 1));
        file.Archive(1);
        await journal.ImportAsync(file.Path);
        file.Execute("update Habits set archived = 0");
        file.Days(1, Monday.AddDays(10), Every(20, 1));
        await journal.ImportAsync(file.Path);

        Assert.Equal([1.0, 1.0, 1.0, 1.0], (await WeeksAsync(journal, Monday.AddDays(29))).Take(4).Select(week => week.Adherence));
        Assert.Equal((0, 0), await journal.ImportAsync(file.Path) is var same ? (same.Created, same.Changed) : default);
    }

    [Fact]
    public async Task Was_not_due_while_it_was_archived()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Every(7, 1));
        file.Archive(1);
        await journal.ImportAsync(file.Path);
        file.Execute("update Habits set archived = 0, freq_num = 1, freq_den = 1");
        file.Days(1, Monday.AddDays(21), Every(7, 1));
        await journal.ImportAsync(file.Path);
        Assert.Equal([1.0, null, null, 1.0], (await WeeksAsync(journal, Monday.AddDays(27))).Select(week => week.Adherence));
    }

    [Fact]
    public async Task Stays_given_up_where_the_person_gave_it_up()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Every(7, 1));
        await journal.ImportAsync(file.Path);
        var practice = (await FactsAsync(journal)).Of<PracticeFact>().Single();
        await journal.AppendAsync(new PracticeDropped(practice.Id, null, practice.OccurredAt.AddDays(6)));
        file.Days(1, Monday.AddDays(7), Every(7, 1));
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((7, 0, 8), (summary.Created, summary.Changed, summary.Duplicate));
        Assert.NotNull((await FactsAsync(journal)).Of<PracticeFact>().Single().DroppedAt);
    }

    [Fact]
    public async Task Takes_back_the_ticks_that_it_has_no_more_and_gives_them_back_again()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Every(14, 1));
        await journal.ImportAsync(file.Path);
        file.Remove(1, Monday.AddDays(3));
        file.Change(1, Monday.AddDays(4), 1);
        file.Change(1, Monday.AddDays(5), 0);
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((0, 1, 12, 2), (summary.Created, summary.Changed, summary.Duplicate, summary.TakenBack));
        Assert.Equal(4.0 / 7, (await WeeksAsync(journal, Monday.AddDays(13)))[0].Adherence);

        file.Tick(1, Monday.AddDays(3));
        file.Change(1, Monday.AddDays(4), 2);
        file.Change(1, Monday.AddDays(5), 2);
        await journal.ImportAsync(file.Path);
        Assert.Equal(1.0, (await WeeksAsync(journal, Monday.AddDays(13)))[0].Adherence);
    }

    [Fact]
    public async Task Leaves_what_the_person_retracted_by_hand_retracted()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Every(7, 1));
        await journal.ImportAsync(file.Path);
        var outcome = (await journal.OutcomesAsync())[0];
        await journal.AppendAsync(new OutcomeRetracted(outcome.PracticeId, outcome.Id, null, outcome.OccurredAt));
        Assert.Equal((0, 0, 8), await journal.ImportAsync(file.Path) is var same ? (same.Created, same.Changed, same.Duplicate) : default);
        Assert.Equal(6, (await journal.OutcomesAsync()).Count);
    }

    [Fact]
    public async Task Carries_over_target_bound_cadence_and_name_even_of_what_is_archived()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Habit(1, "Pages", 1, 1, ", type, target_type, target_value, unit, uuid", ", 1, 0, 20, 'pages', 'u1'");
        file.Days(1, Monday, Enumerable.Repeat<long?>(25_000, 7));
        await journal.ImportAsync(file.Path);
        file.Execute("update Habits set name = 'Screens', freq_den = 7, target_type = 1, target_value = 3.5, unit = 'hours', archived = 1");
        Assert.Equal(1, (await journal.ImportAsync(file.Path)).Changed);
        file.Execute("update Habits set target_value = 2");
        Assert.Equal(1, (await journal.ImportAsync(file.Path)).Changed);
        Assert.Equal(0, (await journal.ImportAsync(file.Path)).Changed);

        var practice = Assert.Single((await FactsAsync(journal)).Of<PracticeFact>());
        Assert.Equal(
            ("Screens", 7, TargetBound.AtMost, 2.0, "hours", Silence.Unknown, Monday.AddDays(6)),
            (practice.Title, practice.Cadences[^1].Days, practice.Bound, practice.Cadences[^1].Target, practice.Unit, practice.SilenceMeans, DateOnly.FromDateTime(practice.DroppedAt!.Value.DateTime)));
    }

    [Fact]
    public async Task Without_a_habit_that_it_had_leaves_it_alone_and_says_so()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Named(2, "Swim", "u2");
        file.Days(1, Monday, Every(7, 1));
        file.Days(2, Monday, Every(7, 1));
        await journal.ImportAsync(file.Path);
        file.Execute("delete from Habits where Id = 2");
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((1, 7), (summary.Warnings["practice.absent"], summary.Reasons["loop.nohabit"]));
        Assert.Equal(14, (await journal.OutcomesAsync()).Count);
    }

    private static IEnumerable<long?> Every(int days, int nth) => Enumerable.Range(0, days).Select(day => day % nth == 0 ? 2L : (long?)null);

    private static async Task<List<(string Title, int Outcomes)>> PracticesAsync(OpenJournal journal)
    {
        var facts = await FactsAsync(journal);
        var outcomes = facts.Of<OutcomeFact>().ToLookup(outcome => outcome.PracticeId);
        return [.. facts.Of<PracticeFact>().Select(practice => (practice.Title, outcomes[practice.Id].Count()))];
    }

    private static async Task<IReadOnlyList<PracticeWeek>> WeeksAsync(OpenJournal journal, DateOnly to)
    {
        var facts = await FactsAsync(journal);
        return WeeklyAdherence.Of(facts.Of<PracticeFact>().Single(), facts.Of<OutcomeFact>(), to, RuleSet.Default);
    }

    private static Task<JournalFacts> FactsAsync(OpenJournal journal) =>
        journal.Get<FactsReader>().ReadAsync(journal.Author.Person, knownAt: null, TestContext.Current.CancellationToken);
}

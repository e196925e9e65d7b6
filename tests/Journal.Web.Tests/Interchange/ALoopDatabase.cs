using System.Globalization;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Web.Interchange;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

public sealed class ALoopDatabase(TestPostgres postgres)
{
    private static readonly DateOnly Monday = new(2025, 3, 3);

    // Adherence by week of three times a week: 1, 1, 1, 0, 0, 0, 1, 1. Worked by hand.
    private static readonly int[] FirstDaysOfTicks = [0, 7, 14, 42, 49];

    [Theory]
    [InlineData(12)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    public async Task Of_any_version_gives_the_cycle_that_its_ticks_show(int version)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(version);
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((16, 16, 0, 0), (summary.Rows, summary.Created, summary.Duplicate, summary.Skipped));

        var practice = Assert.Single((await journal.CyclesAsync(Monday.AddDays(55))).Practices);
        var cycle = Assert.Single(practice.Cycles);
        Assert.Equal(
            (Monday, 1.0, Monday.AddDays(21), 3, 0.0, (DateOnly?)Monday.AddDays(42)),
            (cycle.Onset, cycle.Peak, cycle.Regression, cycle.Weeks, cycle.Trough, cycle.Recovered));
        Assert.Equal(Monday.AddDays(42), practice.OpenProgress?.Onset);
        Assert.Equal("loop:7", practice.Source);
    }

    [Fact]
    public async Task Imported_again_adds_nothing()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(25);
        await journal.ImportAsync(file.Path);
        var before = await journal.EventsAsync();
        var again = await journal.ImportAsync(file.Path);
        Assert.Equal((0, 16), (again.Created, again.Duplicate));
        Assert.Equal(before.Select(e => e.Id), (await journal.EventsAsync()).Select(e => e.Id));
    }

    [Fact]
    public async Task Upgraded_to_a_newer_version_is_still_the_same()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using (var old = Ticked(12))
        {
            await journal.ImportAsync(old.Path);
        }

        using var upgraded = Ticked(25);
        Assert.Equal((0, 0, 16), await CountsAsync(journal, upgraded));
    }

    [Fact]
    public async Task Gone_on_with_adds_only_the_new_days()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        await journal.ImportAsync(file.Path);
        file.Tick(7, Monday.AddDays(60));
        Assert.Equal((1, 0, 16), await CountsAsync(journal, file));
    }

    [Fact]
    public async Task A_day_that_was_changed_in_the_app_is_corrected_and_its_first_record_stays_in_the_history()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        await journal.ImportAsync(file.Path);
        file.Change(7, Monday, 3);
        Assert.Equal((0, 1, 15), await CountsAsync(journal, file));
        Assert.Equal((0, 0, 16), await CountsAsync(journal, file));

        var day = Assert.Single(await journal.OutcomesAsync(), outcome => outcome.Day == Monday);
        Assert.Equal(OutcomeState.Skipped, day.State);
        Assert.Equal(["execution_finished", "outcome_retracted", "execution_skipped"], (await journal.EventsAsync())
            .Where(e => ImportHeader.Of(e.Headers)?.Key == "loop:7:2025-03-03").Select(e => e.Type));
    }

    [Fact]
    public async Task A_habit_that_was_renamed_is_the_same_practice()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        await journal.ImportAsync(file.Path);
        file.Execute("update Habits set name = 'Run further', freq_num = 4");
        Assert.Equal((0, 1, 15), await CountsAsync(journal, file));
        Assert.Equal("Run further", Assert.Single((await journal.CyclesAsync(Monday)).Practices).Title);
    }

    [Fact]
    public async Task Habits_of_one_name_stay_apart()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(12);
        file.Habit(1, "Vegan");
        file.Habit(2, "Vegan");
        file.Tick(1, Monday);
        file.Tick(2, Monday);
        await journal.ImportAsync(file.Path);
        Assert.Equal(["loop:1", "loop:2"], (await journal.CyclesAsync(Monday)).Practices.Select(practice => practice.Source).Order());
    }

    [Fact]
    public async Task Tick_values_are_read_as_Loop_means_them()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Habit(1, "Run");
        for (var value = -1; value <= 4; value++)
        {
            file.Tick(1, Monday.AddDays(value + 1), value, value == 2 ? "5 km" : null);
        }

        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal([("loop.automatic", 1), ("loop.value", 1)], summary.Reasons.Select(reason => (reason.Key, reason.Value)));
        Assert.Equal(
            [OutcomeState.Unknown, OutcomeState.Missed, OutcomeState.Finished, OutcomeState.Skipped],
            (await journal.OutcomesAsync()).Select(outcome => outcome.State));
        Assert.Equal("5 km", (await journal.EventsAsync()).Select(e => e.Data).OfType<ExecutionFinished>().Single().Note);
    }

    [Fact]
    public async Task Amounts_are_thousandths_against_a_target()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(22);
        file.Habit(1, "Run", 1, 7, ", type, target_type, target_value, unit", ", 1, 0, 20, 'km'");
        file.Tick(1, Monday, 5250);
        file.Tick(1, Monday.AddDays(3), 4750);
        await journal.ImportAsync(file.Path);
        Assert.Equal([5.25, 4.75], (await journal.OutcomesAsync()).Select(outcome => outcome.Amount!.Value));
        var adopted = (await journal.EventsAsync()).Select(e => e.Data).OfType<PracticeAdopted>().Single();
        Assert.Equal((20.0, "km", 1, 7), (adopted.Target, adopted.Unit, adopted.Times, adopted.Days));
    }

    [Fact]
    public async Task Source_rows_are_kept_as_they_were()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Habit(7, "Läuft \"gut\"", 3, 7);
        file.Tick(7, Monday, 2, "früh");
        await journal.ImportAsync(file.Path);
        Assert.Equal(
            [
                """{"Id":7,"archived":0,"color":null,"description":null,"freq_den":7,"freq_num":3,"highlight":null,"name":"Läuft \"gut\"","position":null,"reminder_days":null,"reminder_hour":null,"reminder_min":null,"type":0,"target_type":0,"target_value":0,"unit":"","question":null,"uuid":null}""",
                """{"id":1,"habit":7,"timestamp":1740960000000,"value":2,"notes":"früh"}""",
            ],
            (await journal.EventsAsync()).Select(e => ImportHeader.Of(e.Headers)!.Row));
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("UTC")]
    public async Task A_tick_stands_on_its_own_date_in_every_zone(string zone)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, zone);
        using var file = new LoopFile(12);
        file.Habit(1, "Run");
        file.Tick(1, Monday);
        await journal.ImportAsync(file.Path);
        Assert.Equal(Monday, Assert.Single(await journal.OutcomesAsync()).Day);
    }

    [Fact]
    public async Task An_archived_habit_is_due_no_more_after_its_last_tick()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        file.Archive(7);
        await journal.ImportAsync(file.Path);
        Assert.Equal((0, 0, 16), await CountsAsync(journal, file));
        var practice = Assert.Single((await journal.CyclesAsync(Monday.AddDays(300))).Practices);
        Assert.Equal(8, practice.N);
    }

    [Fact]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        Assert.Equal((true, 16), await journal.ImportAsync(file.Path, dryRun: true) is var dry ? (dry.DryRun, dry.Created) : default);
        Assert.Empty(await journal.EventsAsync());
    }

    [Fact]
    public async Task Two_imports_at_once_record_each_row_once()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = Ticked(22);
        var summaries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => journal.ImportAsync(file.Path)));
        Assert.Equal(16, summaries.Sum(summary => summary.Created));
        Assert.Equal(16, (await journal.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused() =>
        Assert.Equal("import.notadatabase", await RefusedAsync("This is a letter, not a database.".PadRight(4096)));

    [Fact]
    public async Task A_database_of_something_else_is_refused()
    {
        using var file = new LoopFile(22);
        file.Execute("drop table Repetitions");
        Assert.Equal("import.notloop", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public void A_database_that_was_cut_short_is_refused()
    {
        using var file = Ticked(22);
        for (var i = 0; i < 500; i++)
        {
            file.Tick(7, Monday.AddDays(100 + i));
        }

        using (var cut = File.OpenWrite(file.Path))
        {
            cut.SetLength(cut.Length / 2);
        }

        Assert.Equal("import.damaged", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public void A_database_older_than_can_be_read_is_refused()
    {
        using var file = new LoopFile(11);
        Assert.Equal("import.version", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public async Task The_real_one_gives_what_was_worked_out_by_hand()
    {
        var path = Shared("data/loop.db");
        Assert.SkipUnless(path is not null, "The real Loop database lies beside the project, in ../shared/data, and is not there.");
        await using var journal = await OpenJournal.CreateAsync(postgres);
        await journal.ImportAsync(path!);
        var practices = (await journal.CyclesAsync(new DateOnly(2016, 3, 21))).Practices;
        Assert.Equal(
            [
                "loop:15 recovered 2016-01-04 peak 1 regression 2016-02-01 weeks 5 trough 0 recovered 2016-03-07",
                "loop:15 progress 2016-03-07",
                "loop:16 progress 2016-02-15",
                "loop:24 open 2016-01-25 peak 1 regression 2016-02-22 weeks 4 trough 0.4286 recovered ",
            ],
            practices.SelectMany(Found).Order(StringComparer.Ordinal).OrderBy(line => line[..7], StringComparer.Ordinal).ThenByDescending(line => line, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Found(PracticeCycles practice) =>
    [
        .. practice.Cycles.Select(cycle => string.Create(
            CultureInfo.InvariantCulture,
            $"{practice.Source} {cycle.State} {cycle.Onset:O} peak {cycle.Peak} regression {cycle.Regression:O} weeks {cycle.Weeks} trough {cycle.Trough} recovered {cycle.Recovered:O}")),
        .. practice.OpenProgress is { } open ? [$"{practice.Source} progress {open.Onset:O}"] : Array.Empty<string>(),
    ];

    private static LoopFile Ticked(int version)
    {
        var file = new LoopFile(version);
        file.Habit(7, "Run", 3, 7);
        foreach (var day in FirstDaysOfTicks.SelectMany(first => new[] { first, first + 2, first + 4 }))
        {
            file.Tick(7, Monday.AddDays(day));
        }

        return file;
    }

    private static async Task<(int Created, int Changed, int Duplicate)> CountsAsync(OpenJournal journal, LoopFile file) =>
        await journal.ImportAsync(file.Path) is var summary ? (summary.Created, summary.Changed, summary.Duplicate) : default;

    private static async Task<string> RefusedAsync(string content)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var refused = Assert.Throws<ImportFailedException>(() => OpenJournal.Read(path));
        File.Delete(path);
        return refused.Code;
    }

    private static string? Shared(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}

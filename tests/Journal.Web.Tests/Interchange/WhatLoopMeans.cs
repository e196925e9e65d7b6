using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Weeks;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

public sealed class WhatLoopMeans(TestPostgres postgres)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task By_three_is_a_day_that_was_skipped_of_numeric_habits_too()
    {
        using var file = new LoopFile(25);
        Pages(file, 1, 0, 20);
        file.Days(1, Monday, Enumerable.Range(0, 28).Select(day => day % 7 >= 5 ? 3 : (long?)25_000));
        var (weeks, outcomes) = await ImportAsync(file);
        Assert.Equal((20, 8), (outcomes.Count(one => one.Amount == 25), outcomes.Count(one => one.State == OutcomeState.Skipped)));
        Assert.All(weeks.Take(4), week => Assert.Equal(1.0, week.Adherence));
    }

    [Fact]
    public async Task By_a_question_mark_is_a_day_of_which_nothing_is_known()
    {
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Days(1, Monday, Enumerable.Range(0, 28).Select(day => day % 7 < 4 ? 2 : (long?)-1));
        var (weeks, outcomes) = await ImportAsync(file);
        Assert.Equal((16, 12), (outcomes.Count(one => one.State == OutcomeState.Finished), outcomes.Count(one => one.State == OutcomeState.Unknown)));
        Assert.All(weeks.Take(4), week => Assert.Equal((1.0, 0, 3), (week.Adherence, week.Missed, week.Unknown)));
    }

    [Theory]
    [InlineData("5000")]
    [InlineData("1000,1000,1000,1000,1000,1000,1000")]
    [InlineData("4000,4000,4000,4000,4000,4000,4000")]
    [InlineData("9000,0,0,0,0,0,0")]
    public async Task By_at_most_in_a_week_is_the_sum_of_the_week(string thousandths)
    {
        using var file = new LoopFile(25);
        Pages(file, 7, 1, 4);
        file.Days(1, Monday, thousandths.Split(',').Select(value => (long?)long.Parse(value, null)));
        Assert.Equal(0.0, (await ImportAsync(file)).Weeks[0].Adherence);
    }

    [Fact]
    public async Task By_at_most_nothing_is_nothing()
    {
        using var file = new LoopFile(25);
        Pages(file, 1, 1, 0);
        file.Days(1, Monday, [0, 0, 0, 0, 0, 1000, 0]);
        Assert.Equal(6.0 / 7, (await ImportAsync(file)).Weeks[0].Adherence);
    }

    [Fact]
    public async Task Of_two_rows_of_a_day_is_the_older_one()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(21);
        file.Habit(1, "Run");
        file.Days(1, Monday, Enumerable.Repeat<long?>(2, 10));
        file.Tick(1, Monday.AddDays(2), 0);
        file.Tick(1, Monday.AddDays(4), 0);
        var first = await journal.ImportAsync(file.Path);
        var events = (await journal.EventsAsync()).Count;
        var second = await journal.ImportAsync(file.Path);
        Assert.Equal((11, 2, 0, 11), (first.Created, first.Reasons["loop.doubled"], second.Changed, second.Duplicate));
        Assert.Equal(events, (await journal.EventsAsync()).Count);
        Assert.All(await journal.OutcomesAsync(), outcome => Assert.Equal(OutcomeState.Finished, outcome.State));
    }

    [Fact]
    public async Task After_the_last_day_that_any_habit_speaks_of_is_nothing()
    {
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Named(2, "Swim", "u2");
        file.Days(1, Monday, Enumerable.Repeat<long?>(2, 14));
        file.Days(2, Monday, Enumerable.Repeat<long?>(2, 28));
        await using var journal = await OpenJournal.CreateAsync(postgres);
        await journal.ImportAsync(file.Path);
        var facts = await FactsAsync(journal);
        var weeks = facts.Of<PracticeFact>().OrderBy(practice => practice.Title).Select(practice =>
            WeeklyAdherence.Of(practice, facts.Of<OutcomeFact>().Where(one => one.PracticeId == practice.Id), Monday.AddDays(69), RuleSet.Default).Select(week => week.Adherence).ToList()).ToList();
        Assert.Equal([1.0, 1.0, 0.0, 0.0, null, null, null, null, null, null], weeks[0]);
        Assert.Equal([1.0, 1.0, 1.0, 1.0, null, null, null, null, null, null], weeks[1]);
    }

    [Fact]
    public async Task With_a_note_that_cannot_be_kept_is_kept_without_it()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Tick(1, Monday, 3, " ");
        file.Tick(1, Monday.AddDays(1), 2, new string('x', 30_000));
        file.Tick(1, Monday.AddDays(2), 2, "a");
        file.Tick(1, Monday.AddDays(3), 3, "b");
        file.Execute("update Repetitions set notes = 'be' || char(0) || 'hind' where notes = 'a'; update Repetitions set notes = cast(x'636166e9' as text) where notes = 'b'");
        file.Execute("update Habits set name = 'R' || char(0) || 'un ' || printf('%.300c', 'n')");
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((5, 0), (summary.Created, summary.Skipped));
        Assert.Equal([("note.cut", 1), ("note.encoding", 2), ("title.cut", 1), ("title.encoding", 1)], summary.Warnings.Select(one => (one.Key, one.Value)));
        Assert.Equal(
            ["Skipped in Loop.", new string('x', 20_000), "behind", "caf\uFFFD"],
            (await journal.EventsAsync()).Select(e => e.Data switch { ExecutionFinished done => done.Note, ExecutionSkipped skipped => skipped.Reason, _ => null }).OfType<string>());
        Assert.Equal(5, (await journal.ImportAsync(file.Path)).Duplicate);
    }

    [Fact]
    public async Task Is_taken_out_and_in_again_whole()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Tick(1, Monday, 2, new string('\u0001', 300_000));
        await journal.ImportAsync(file.Path);
        var path = Path.GetTempFileName();
        await using (var output = File.Create(path))
            await journal.Get<JournalExport>().WriteAsync(new(journal.Author.Person, "demo", "UTC", default), output, Ct);
        var (other, _) = await journal.Get<PeopleRegistry>().EnsureAsync("other", "UTC", Ct);
        var copy = await journal.Get<Journal.Web.Interchange.JournalFiles.NdjsonImport>().RunAsync(other!.Id, path, dryRun: false, null, Ct);
        File.Delete(path);
        Assert.Equal(2, copy.Created);
    }

    [Fact]
    public async Task Of_days_beyond_the_calendar_or_to_come_is_left_out_and_counted()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        using var file = new LoopFile(25);
        file.Named(1, "Run", "u1");
        file.Tick(1, Monday);
        file.Tick(1, new DateOnly(2190, 1, 1));
        file.Execute("insert into Repetitions (habit, timestamp, value) values (1, 9223372036854775807, 2), (1, -9223372036854775808, 2), (9, 0, 2)");
        var summary = await journal.ImportAsync(file.Path);
        Assert.Equal((2, 4, 6), (summary.Created, summary.Skipped, summary.Rows));
        Assert.Equal([("loop.nohabit", 1), ("time.future", 1), ("time.range", 2)], summary.Reasons.Select(one => (one.Key, one.Value)));
        Assert.Equal(Monday, (await FactsAsync(journal)).Of<PracticeFact>().Single().SilenceUntil);
    }

    private static void Pages(LoopFile file, int days, int bound, double target) =>
        file.Habit(1, "Pages", 1, days, ", type, target_type, target_value, unit, uuid", $", 1, {bound}, {target}, 'pages', 'u1'");

    private async Task<(IReadOnlyList<PracticeWeek> Weeks, IReadOnlyList<OutcomeFact> Outcomes)> ImportAsync(LoopFile file)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres);
        await journal.ImportAsync(file.Path);
        var facts = await FactsAsync(journal);
        return (WeeklyAdherence.Of(facts.Of<PracticeFact>().Single(), facts.Of<OutcomeFact>(), Monday.AddDays(34), RuleSet.Default), facts.Of<OutcomeFact>());
    }

    private static Task<JournalFacts> FactsAsync(OpenJournal journal) => journal.Get<FactsReader>().ReadAsync(journal.Author.Person, knownAt: null, Ct);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

using System.Diagnostics;
using System.Globalization;
using Journal.Cli.Running;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>What people type, and what texts hold that they never thought of.</summary>
public sealed class TypingAtATerminal(TestPostgres postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.NewDatabaseAsync();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("@anna was helpful today")]
    [InlineData("@file")]
    [InlineData("-5 degrees and running")]
    [InlineData("/h is no help here")]
    [InlineData("-x")]
    [InlineData("[diagram] of a day")]
    [InlineData("--json is what I read about")]
    [InlineData("practice list")]
    [InlineData("a=b: c")]
    public async Task A_text_is_a_text(string text)
    {
        Assert.Equal(0, (await RunAsync("log", text)).ExitCode);
        Assert.Contains(text, (await RunAsync("entry", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_need_no_quotes()
    {
        Assert.Equal(0, (await RunAsync("log", "I", "went", "to", "log", "off", "--layer", "belief")).ExitCode);
        Assert.Equal(0, (await RunAsync("log", "--", "--json", "--help")).ExitCode);
        var list = (await RunAsync("entry", "list")).Output;
        Assert.Contains("I went to log off", list, StringComparison.Ordinal);
        Assert.Contains("--json --help", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_do_nothing_to_the_terminal()
    {
        const string evil = "Evil\u001b[2J\u001b]0;owned\a\u009b31m\u202e\nforged  row";
        await RunAsync("practice", "adopt", evil, "--unit", evil, "--silence", "missed", "--at", "2026-01-05");
        await RunAsync("log", evil);
        await RunAsync("intervention", "start", evil, "--layer", "belief", "--at", "2026-01-05");
        await RunAsync("token", "create", evil);
        string[][] lines =
        [
            ["practice", "list"], ["entry", "list"], ["intervention", "list"], ["history"], ["token", "list"], ["outcome", "done", "Evil"], ["outcome", "list"], ["replay"],
            ["report", "cycles"], ["report", "alignment"], ["report", "execution"], ["report", "diagnosis"], ["report", "interventions"], ["report", "execution", "--csv"], ["report", "cycles", "--csv"],
            ["compare", "execution", "--a-to", "2026-01-10"], ["explain", "execution", "adherence"], ["outcome", "done", evil + "x"], [evil], ["practice", evil], ["undo"], ["undo"],
        ];
        foreach (var line in lines)
        {
            var ran = await RunAsync(line);
            Assert.DoesNotContain(ran.Output + ran.Messages, letter => letter is not ('\n' or '\r' or '\t') && (char.IsControl(letter) || letter == '\u202e'));

            // Between its quotes a cell of a CSV keeps its lines.
            if (!line.Contains("--csv"))
                Assert.DoesNotContain("\nforged  row", ran.Output + ran.Messages, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x63, 0x61, 0x66, 0xE9 }, "text.encoding")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "text.encoding")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x63, 0x61, 0x66, 0xC3, 0xA9, 0x0A }, null)]
    public async Task Standard_input_is_UTF_8_or_refused(byte[] bytes, string? code)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_DATABASE", database.ConnectionString)], "log", "-", "--json"))!;
        await process.StandardInput.BaseStream.WriteAsync(bytes, Ct);
        process.StandardInput.Close();
        var ran = new Ran(0, await process.StandardOutput.ReadToEndAsync(Ct), await process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        Assert.Equal(code is null ? 0 : 3, process.ExitCode);
        if (code is not null)
            Assert.Equal(code, ran.Code);
        else
            Assert.Contains("café", (await RunAsync("entry", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_not_UTF_8_are_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere words are not bytes.");
        var call = JournalProcess.Call([("JOURNAL_DATABASE", database.ConnectionString)]);
        var shell = new ProcessStartInfo("bash", ["-c", $"'{call.FileName}' {string.Join(' ', call.ArgumentList.Select(word => $"'{word}'"))} log \"$(printf 'caf\\351')\""]) { RedirectStandardError = true };
        using var process = Process.Start(shell)!;
        Assert.Contains("[text.encoding]", await process.StandardError.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_goes_back_step_by_step()
    {
        await RunAsync("practice", "adopt", "Run");
        await RunAsync("outcome", "done", "Run");
        await RunAsync("log", "One more");
        await RunAsync("state", "--energy", "5");
        foreach (var taken in (string[])["state sampled", "journal entry written", "execution finished", "practice adopted"])
            Assert.Contains($"({taken})", (await RunAsync("undo")).Output, StringComparison.Ordinal);
        var nothing = await RunAsync("undo");
        Assert.Equal((4, true), (nothing.ExitCode, nothing.Messages.Contains("[undo.nothing]", StringComparison.Ordinal)));
        await RunAsync("practice", "adopt", "Swim");
        Assert.Equal(0, (await RunAsync("practice", "drop", "Swim")).ExitCode);
        Assert.Contains("(practice dropped)", (await RunAsync("undo")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("practice", "revise", "Swim", "--times", "2")).ExitCode);
    }

    [Fact]
    public async Task Two_of_one_title_are_told_apart_by_short_ids()
    {
        await RunAsync("practice", "adopt", "Vegan", "--id", "0198a000-0000-7000-8000-0000aaaa0001");
        await RunAsync("practice", "adopt", "Vegan", "--id", "0198a000-0000-7000-8000-0000aaaa0002");
        var which = await RunAsync("outcome", "done", "Vegan");
        Assert.Equal(3, which.ExitCode);
        Assert.Contains("Vegan aaaa0001, Vegan aaaa0002", which.Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("outcome", "done", "aaaa0002")).ExitCode);
        Assert.Equal(0, (await RunAsync("outcome", "done", "AAAA-0001")).ExitCode);
        Assert.Contains("Vegan [aaaa0001]", (await RunAsync("report", "cycles")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("whatif", "execution", "--without-subject", "aaaa0002")).ExitCode);
    }

    [Theory]
    [InlineData("history")]
    [InlineData("report", "cycles")]
    [InlineData("practice", "list")]
    [InlineData("export", "/dev/null/none")]
    [InlineData("outcome", "done", "Run")]
    [InlineData("undo")]
    [InlineData("token", "list")]
    [InlineData("link")]
    [InlineData("replay")]
    public async Task Nobody_is_entered_by_looking(params string[] line)
    {
        await RunAsync("log", "Here", "--person", "anna");
        var ran = await RunAsync([.. line, "--person", "ana"]);
        Assert.Equal(4, ran.ExitCode);
        Assert.Contains("Did you mean anna? [person.unknown]", ran.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("ana ", (await RunAsync("person", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_entered_by_a_trial()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson");
        Assert.Equal(0, (await RunAsync("import", "events", file, "--dry-run", "--person", "ana")).ExitCode);
        Assert.Equal("", (await RunAsync("person", "list")).Output);
    }

    [Theory]
    [InlineData("practise", "Did you mean practice?")]
    [InlineData("raport cycles", "Did you mean report?")]
    [InlineData("practice adpot Run", "Did you mean adopt?")]
    [InlineData("report cycle", "Did you mean cycles?")]
    [InlineData("report cycles --form 2026-01-01", "Did you mean --from?")]
    [InlineData("practice", "needs a verb: adopt, revise, list")]
    [InlineData("practice adopt", "journal help practice adopt")]
    public async Task A_mistyped_word_is_answered_with_what_was_meant(string line, string hint)
    {
        var ran = await RunAsync(line.Split(' '));
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(hint, ran.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("help report")]
    [InlineData("help practice adopt")]
    [InlineData("practice --help")]
    public async Task Help_is_help(string line)
    {
        var ran = await RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Usage:", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completion bash", "bash", "source /dev/stdin; COMP_WORDS=(journal practice a); COMP_CWORD=2; _journal; echo ${COMPREPLY[@]}", "adopt")]
    [InlineData("completion bash", "bash", "source /dev/stdin; COMP_WORDS=(journal rep); COMP_CWORD=1; _journal; echo ${COMPREPLY[@]}", "replay report")]
    [InlineData("completion bash", "bash", "source /dev/stdin; COMP_WORDS=(journal outcome done --sc); COMP_CWORD=3; _journal; echo ${COMPREPLY[@]}", "--score")]
    public async Task Completion_knows_verbs_and_options(string line, string shell, string script, string expected)
    {
        var completion = await RunAsync(line.Split(' '));
        using var process = Process.Start(new ProcessStartInfo(shell, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteAsync(completion.Output);
        process.StandardInput.Close();
        Assert.Equal(expected, string.Join(' ', (await process.StandardOutput.ReadToEndAsync(Ct)).Trim().Split(' ').Where(word => !word.StartsWith("replay_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("zsh", "bashcompinit")]
    [InlineData("fish", "complete -c journal -n '__fish_seen_subcommand_from practice; and __fish_seen_subcommand_from adopt' -l times")]
    [InlineData("pwsh", "' practice adopt' = '--times")]
    public async Task Completion_is_there_for_other_shells(string shell, string holds) =>
        Assert.Contains(holds, (await RunAsync("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_report_is_there_as_CSV_and_fits_eighty_columns_of_figures()
    {
        await RunAsync("import", "events", Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson"), "--person", "founder");
        foreach (var report in Journal.Reports.AllReports.Kinds)
        {
            var ran = await RunAsync("report", report.Name, "--csv", "--person", "founder");
            Assert.Equal(0, ran.ExitCode);
            Assert.StartsWith("part,name,subject,", ran.Output, StringComparison.Ordinal);
            Assert.True(ran.Output.Split("\r\n").Length > 2, $"{report.Name} says nothing.");
            Assert.DoesNotMatch("(?<![0-9a-f-])[0-9]E[+-]?[0-9]+(?![0-9a-f-])", ran.Output);
        }
    }

    [Fact]
    public void Days_and_times_are_read_as_they_are_said()
    {
        // A Wednesday, 10:15 in Berlin.
        var (zone, now) = (TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new DateTimeOffset(2026, 1, 7, 9, 15, 0, TimeSpan.Zero));
        foreach (var (said, read) in ((string, string)[])
        [
            ("today", "2026-01-07"), ("yesterday", "2026-01-06"), ("mon", "2026-01-05"), ("Monday", "2026-01-05"), ("wed", "2026-01-07"), ("thu", "2026-01-01"),
            ("-2d", "2026-01-05"), ("-1w", "2025-12-31"), ("-3h", "2026-01-07T07:15"), ("-30m", "2026-01-07T09:45"), ("now", "2026-01-07T10:15"),
            ("07:30", "2026-01-07T07:30"), ("7:30", "2026-01-07T07:30"), ("yesterday 07:30", "2026-01-06T07:30"), ("mon 22:00", "2026-01-05T22:00"), ("-2d 6:00", "2026-01-05T06:00"),
            ("2026-01-05", "2026-01-05"), ("2026-01-05 07:30", "2026-01-05 07:30"), ("2026-01-05 7:30", "2026-01-05T07:30"), ("2026-01-05T07:30Z", "2026-01-05T07:30Z"),
            ("label:launch", "label:launch"), ("t", "t"), ("25:00", "25:00"), ("-d", "-d"), ("s", "s"),
        ])
        {
            Assert.Equal((said, read), (said, SpokenTime.Read(said, zone, now)));
        }
    }

    [Fact]
    public async Task A_zone_that_is_gone_stops_nothing_and_names_the_remedy()
    {
        await RunAsync("log", "One", "--timezone", "Europe/Lisbon");
        await using var connection = await database.DataSource.OpenConnectionAsync(Ct);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select table_schema from information_schema.tables where table_name = 'mt_doc_person'";
            var schema = (string)(await command.ExecuteScalarAsync(Ct))!;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"update {schema}.mt_doc_person set data = jsonb_set(data, '{{Zone}}', '\"US/Vanished\"')");
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        }

        foreach (var line in (string[][])[["history"], ["report", "cycles"], ["log", "Two"], ["entry", "list"]])
        {
            var ran = await RunAsync(line);
            Assert.Equal(0, ran.ExitCode);
            Assert.Contains("journal person move", ran.Messages, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync("person", "move", "US/Pacific")).ExitCode);
        Assert.Contains("America/Los_Angeles", (await RunAsync("person", "list")).Output, StringComparison.Ordinal);
        Assert.Equal("", (await RunAsync("report", "cycles")).Messages);
    }

    private Task<Ran> RunAsync(params string[] args) => InThisProcess.RunAsync(database.ConnectionString, args);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

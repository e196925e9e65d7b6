using Journal.Entries;
using Journal.Facts;
using Journal.Sealing;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Sealing;

/// <summary>Everybody's key is wrapped anew.</summary>
public sealed class ChangingTheServerKey(TestPostgres postgres) : AJournalWithAKey(postgres)
{
    [Fact]
    public async Task Is_possible_under_a_server_that_runs()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var running = await OpenAsync(source, turnOn: true);
        var (author, late) = (await EnterAsync(running, "demo"), await EnterAsync(running, "late"));
        await RecordAsync(running, author, Canary);
        var (stored, first) = (await StoredAsync(author), await File.ReadAllTextAsync(KeyFile, Ct));

        using var rotating = await OpenAsync(source);
        var (before, now, people) = await Get<PersonKeys>(rotating).Changes.RotateAsync(Ct);
        Assert.Equal(1, people);
        Assert.NotEqual(before, now);
        Assert.NotEqual(first, await File.ReadAllTextAsync(KeyFile, Ct));
        Assert.Equal(first, await File.ReadAllTextAsync($"{KeyFile}.{before}", Ct));
        Assert.Equal(stored, await StoredAsync(author));
        Assert.Equal("words.key-wrong", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource($"{KeyFile}.{before}", null)))).Code);

        // The server that runs has the key before in its memory, and neither loses nor doubles anybody's.
        await RecordAsync(running, late, Canary);
        await RecordAsync(running, author, Canary);
        using var fresh = await OpenAsync(source);
        foreach (var one in new[] { author, late })
            Assert.All(await Get<PersonEvents>(fresh).ReadAsync(one.Tenant, null, Ct), e => Assert.Equal(Canary, ((JournalEntryWritten)e.Data).Text));
        foreach (var host in new[] { running, rotating, fresh })
            await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Goes_on_where_it_was_interrupted_before_the_file_was_in_place()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var host = await OpenAsync(source, turnOn: true);
        var author = await EnterAsync(host, "demo");
        await RecordAsync(host, author, Canary);
        var first = await File.ReadAllTextAsync(KeyFile, Ct);
        await Get<PersonKeys>(host).Changes.RotateAsync(Ct);
        await host.StopAsync(Ct);
        File.Move(KeyFile, KeyFile + ".new");
        await File.WriteAllTextAsync(KeyFile, first, Ct);
        using var again = await OpenAsync(source);
        Assert.Equal(Canary, ((JournalEntryWritten)(await Get<PersonEvents>(again).ReadAsync(author.Tenant, null, Ct)).Single().Data).Text);
        Assert.False(File.Exists(KeyFile + ".new"));
        await again.StopAsync(Ct);
    }

    [Fact]
    public async Task Leaves_what_was_imported_as_it_was()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var host = await OpenAsync(source, turnOn: true);
        var author = await EnterAsync(host, "demo");
        await ImportAsync(host, author, "2025-03-02");
        var before = await ExportAsync(host, author);
        Assert.Contains($"Quarrels with {Canary}", before, StringComparison.Ordinal);
        await Get<PersonKeys>(host).Changes.RotateAsync(Ct);
        await host.StopAsync(Ct);
        using var again = await OpenAsync(source);
        Assert.Equal(before, await ExportAsync(again, author));
        Assert.Equal(2, (await ImportAsync(again, author, "2025-03-02", isSaid: false)).Duplicate);
        Assert.Empty(await Canaries.FindAsync(Database.SuperuserConnectionString, Canary));
        await again.StopAsync(Ct);
    }
}

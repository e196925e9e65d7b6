using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Erasing;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Search;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Store;
using Marten;
using Npgsql;

namespace Journal.Web.Tests.Sealing;

/// <summary>Words are nowhere in the database, and everywhere in what a person sees.</summary>
public sealed class KeepingWordsSealed(SealedJournal journal) : IClassFixture<SealedJournal>
{
    private const string Canary = "rotkehlchen-im-nebel";

    public static TheoryData<string> Events => [.. EventTypes.All.Where(HoldsWords).Select(EventTypes.NameOf)];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task In_every_kind_of_event(string name)
    {
        var (type, person) = (EventTypes.Find(name)!, await journal.NewPersonAsync());
        var e = WithWords(type);
        Assert.Contains(Canary, JsonSerializer.Serialize(e, type, EventTypes.Json), StringComparison.Ordinal);
        await journal.Get<IDocumentStore>().AppendAsync(Author.TenantOf(person.Person.Id), e);
        await journal.Get<Projections>().CatchUpAsync(Ct);

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));
        var read = Assert.Single(await journal.EventsOfAsync(person));
        Assert.Equal(JsonSerializer.Serialize(e, type, EventTypes.Json), JsonSerializer.Serialize(read.Data, type, EventTypes.Json));
        // Marten reads it as we do.
        await using var session = journal.Get<IDocumentStore>().QuerySession(Author.TenantOf(person.Person.Id));
        var byMarten = Assert.Single(await session.Events.FetchStreamAsync(read.Stream, token: Ct));
        Assert.Equal(JsonSerializer.Serialize(e, type, EventTypes.Json), JsonSerializer.Serialize(byMarten.Data, type, EventTypes.Json));
    }

    [Fact]
    public async Task And_read_back_by_every_way_out()
    {
        var me = await journal.NewPersonAsync();
        var entry = await me.NewAsync("entries", $$"""{"text":"Today {{Canary}} sang.","layer":"thinking","tags":["{{Canary}} tag"]}""");
        var practice = await me.NewAsync("practices", $$"""{"title":"{{Canary}} practice","times":3,"days":7}""");
        (await me.PatchAsync($"practices/{practice}", $$"""{"title":"{{Canary}} practised"}""")).Succeeds();
        await journal.Get<Projections>().CatchUpAsync(Ct);
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));

        Assert.Contains($"Today {Canary} sang.", (await me.GetAsync($"entries/{entry}")).Succeeds().ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Canary} tag", (await me.GetAsync("entries")).Text, StringComparison.Ordinal);
        Assert.Contains($"{Canary} practised", (await me.GetAsync("history")).Text, StringComparison.Ordinal);
        Assert.Contains($"{Canary} practised", (await me.GetAsync("reports/alignment")).Text, StringComparison.Ordinal);
        using var file = new MemoryStream();
        await journal.Get<JournalExport>().WriteAsync(me.Person, file, Ct);
        Assert.Contains($"Today {Canary} sang.", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_found_by_search_whole_and_together_and_left_out()
    {
        var me = await journal.NewPersonAsync();
        var tenant = Author.TenantOf(me.Person.Id);
        var first = await me.NewAsync("entries", """{"text":"The Café was full, a long-term plan of 2025 failed again."}""");
        var second = await me.NewAsync("entries", """{"text":"The plan was full of holes."}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        var ids = (await journal.EventsOfAsync(me)).ToDictionary(e => e.Id, e => e.Stream);

        foreach (var (asked, found) in new (string, Guid[])[]
        {
            ("cafe", [first]), ("CAFÉ full", [first]), ("plan", [first, second]), ("\"full of\"", [second]), ("\"of full\"", []), ("plan -café", [second]), ("holes or cafe", [first, second]),
            ("long-term", [first]), ("2025", [first]), ("nowhere", []), ("pla", []), ("\"", []), ("-", []), ("\"plan of 2025\" failed", [first]), ("plan -\"full of\"", [first]),
        })
        {
            var answer = (await journal.Get<WordSearch>().FindAsync(tenant, asked, Ct)).Select(id => ids[id]).Order();
            Assert.True(found.Order().SequenceEqual(answer), asked);
        }

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, "holes"));
    }

    [Fact]
    public async Task And_the_store_holds_as_it_is_live_rebuilt_and_replayed()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", $$"""{"text":"{{Canary}}","layer":"belief"}""");
        await me.NewPracticeAsync();
        var check = await journal.Get<JournalVerification>().RunAsync(false, (_, _) => { }, Ct);
        Assert.DoesNotContain(check.Store, finding => finding.Code.StartsWith("words.", StringComparison.Ordinal));
        Assert.Empty(check.People.Single(person => person.Person == me.Person.Id).Differences);
    }

    [Fact]
    public async Task And_what_was_changed_in_the_database_is_shown_as_unreadable_and_found()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var (changed, copied) = (await me.NewAsync("entries", """{"text":"as it was"}"""), await me.NewAsync("entries", """{"text":"mine"}"""));
        var theirs = await other.NewAsync("entries", """{"text":"a stranger's words"}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        await RunAsync("update journal.mt_events set data = jsonb_set(data, '{Text}', to_jsonb(overlay(data ->> 'Text' placing case substr(data ->> 'Text', length(data ->> 'Text') - 9, 4) when 'AAAA' then 'BBBB' else 'AAAA' end from length(data ->> 'Text') - 9))) where stream_id = $1", changed);
        // Somebody else's words, brought under this person by whoever may write to the tables, are not read out to them.
        await RunAsync($"update journal.mt_events set data = jsonb_set(data, '{{Text}}', (select data -> 'Text' from journal.mt_events where stream_id = '{theirs}')) where stream_id = $1", copied);

        var events = await journal.EventsOfAsync(me);
        Assert.All(events, e => Assert.StartsWith("[unreadable ", ((Journal.Entries.JournalEntryWritten)e.Data).Text, StringComparison.Ordinal));
        var findings = await new StoreCheck(journal.Database.DataSource, "journal", journal.Get<WordSealer>()).RunAsync(Ct);
        Assert.Equal(events.Select(e => $"{e.Position}").Order(), findings.Where(finding => finding.Code == "words.unreadable").Select(finding => finding.Subject).Order());
        await RunAsync("delete from journal.mt_events where stream_id = $1", changed);
        await RunAsync("delete from journal.mt_streams where id = $1", changed);
        await RunAsync("delete from journal.mt_events where stream_id = $1", copied);
        await RunAsync("delete from journal.mt_streams where id = $1", copied);
    }

    [Fact]
    public async Task And_erased_words_of_an_event_are_gone_from_it()
    {
        var me = await journal.NewPersonAsync();
        var entry = await me.NewAsync("entries", $$"""{"text":"{{Canary}}","tags":["one","two"]}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        (await me.PostAsync("erasures", $$"""{"id":"{{entry}}"}""")).Succeeds();
        var after = (await me.GetAsync($"entries/{entry}")).Succeeds().ToString();
        Assert.Contains("[erased]", after, StringComparison.Ordinal);
        Assert.Contains("[erased 2]", after, StringComparison.Ordinal);
        Assert.Empty(await journal.Get<WordSearch>().FindAsync(Author.TenantOf(me.Person.Id), Canary, Ct));
        Assert.DoesNotContain(await new StoreCheck(journal.Database.DataSource, "journal", journal.Get<WordSealer>()).RunAsync(Ct), finding => finding.Code == "words.plain");
    }

    [Fact]
    public async Task And_the_key_of_who_is_erased_goes_before_their_words()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", $$"""{"text":"{{Canary}}"}""");
        Assert.Equal(1L, await CountAsync("mt_doc_person_key", "id", me.Person.Id));
        await using (var session = journal.Get<IDocumentStore>().LightweightSession())
        {
            session.Store(new ErasureRequest(me.Person.Id, default, default));
            await session.SaveChangesAsync(Ct);
        }

        var words = (await journal.EventsOfAsync(me)).Single();
        await journal.Get<PersonEraser>().BeginAsync(me.Person.Id, Ct);
        Assert.Equal(0L, await CountAsync("mt_doc_person_key", "id", me.Person.Id));
        journal.Get<PersonEvents>().Forget(me.Person.Id);
        // What is still there, as a page in flight or a dead row would be, opens no more.
        if ((await journal.EventsOfAsync(me)) is [var left])
            Assert.StartsWith("[locked ", ((Journal.Entries.JournalEntryWritten)left.Data).Text, StringComparison.Ordinal);
        Assert.Equal(Canary, ((Journal.Entries.JournalEntryWritten)words.Data).Text);
        Assert.Equal(0L, await Eventually.SeesAsync(() => CountAsync("mt_events", "stream_id", words.Stream), count => count == 0));
    }

    [Fact]
    public async Task And_nobody_who_reads_a_record_sees_keys()
    {
        await using var connection = await journal.Database.DataSource.OpenConnectionAsync(Ct);
        foreach (var table in new[] { "mt_doc_person_key", "mt_doc_server_key" })
        {
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await using var look = new NpgsqlCommand($"set local role journal_person; select count(*) from journal.{table}", connection, transaction);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => look.ExecuteScalarAsync(Ct))).SqlState);
        }

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(journal.KeyFile));
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, (await File.ReadAllTextAsync(journal.KeyFile, Ct)).Trim()));
    }

    [Fact]
    public async Task And_what_was_not_said_to_be_somebodys_is_not_written_at_all()
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession(Guid.NewGuid().ToString("D"));
        session.Store(new Web.Interchange.Running.ImportPart(Guid.NewGuid(), Guid.NewGuid(), 0, "words"u8.ToArray()));
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Ct));
        Assert.Contains("whose words", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_a_file_that_waits_to_be_imported_is_too()
    {
        var me = await journal.NewPersonAsync();
        var run = new Web.Interchange.Running.ImportRun(Guid.NewGuid(), Canary, null, new Dictionary<string, string> { [Canary] = "text" }, false, default, default) { Reason = Canary };
        var part = new Web.Interchange.Running.ImportPart(Guid.NewGuid(), run.Id, 0, Encoding.UTF8.GetBytes(Canary));
        await using (var session = journal.Get<IDocumentStore>().LightweightSession(Author.TenantOf(me.Person.Id)))
        {
            await journal.Get<WordSealer>().ClaimAsync(run, session.TenantId, Ct);
            await journal.Get<WordSealer>().ClaimAsync(part, session.TenantId, Ct);
            session.Store(run);
            session.Store(part);
            await session.SaveChangesAsync(Ct);
        }

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary, Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))));
        await using var read = journal.Get<IDocumentStore>().QuerySession(Author.TenantOf(me.Person.Id));
        Assert.Equal((Canary, "text"), (await read.LoadAsync<Web.Interchange.Running.ImportRun>(run.Id, Ct)) is { } kept ? (kept.Reason, kept.Map[Canary]) : default);
        Assert.Equal(Encoding.UTF8.GetBytes(Canary), (await read.LoadAsync<Web.Interchange.Running.ImportPart>(part.Id, Ct))!.Content);
    }

    [Fact]
    public async Task And_what_others_comment_is_too()
    {
        var (me, coach) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await me.NewAsync("grants", $$"""{"coach":"{{coach.Person.Handle}}","layers":["execution"],"comments":true}""");
        await coach.NewAsync($"people/{me.Person.Id}/comments", $$"""{"about":"cycles","text":"{{Canary}}"}""");
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));
        Assert.Contains(Canary, (await me.GetAsync("comments")).Text, StringComparison.Ordinal);
        Assert.Contains(Canary, (await coach.GetAsync($"people/{me.Person.Id}/comments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_so_are_the_headings_of_a_table_and_what_was_said_they_mean()
    {
        var me = await journal.NewPersonAsync();
        async Task<Answer> SendAsync(string asked, string days, params (string, string)[] headers) => await me.SendContentAsync(
            HttpMethod.Post, "imports?" + asked, new ByteArrayContent(Encoding.UTF8.GetBytes($"When,Quarrels with {Canary},{Canary} said\n{days},1,Up\n")) { Headers = { ContentType = new("application/octet-stream") } }, headers);
        var said = Uri.EscapeDataString($"Quarrels with {Canary}=habit") + "&map=" + Uri.EscapeDataString($"{Canary} said=text");
        (await SendAsync($"map=When=date&map={said}", "2025-03-02")).Succeeds();
        var begun = await SendAsync($"map=When=date&map={said}", "2025-03-03", ("Prefer", "respond-async"));
        await Eventually.SeesAsync(async () => (await me.GetAsync(begun.Headers["Location"])).Text, text => text.Contains("\"done\"", StringComparison.Ordinal));
        await journal.Get<Projections>().CatchUpAsync(Ct);

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));
        var again = (await SendAsync("dryRun=true", "2025-03-04")).Succeeds();
        Assert.True(again.GetProperty("mapIsRemembered").GetBoolean());
        Assert.Equal("habit", again.GetProperty("map").GetProperty($"Quarrels with {Canary}").GetString());
        Assert.Contains($"Quarrels with {Canary}", (await me.GetAsync(begun.Headers["Location"])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_a_journal_file_comes_in_and_goes_out_as_it_is()
    {
        var (me, again) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await me.NewAsync("entries", $$"""{"text":"{{Canary}}","tags":["a","b"]}""");
        await me.NewAsync("entries", """{"text":"\u0001sealed:1:AAAA"}""");
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
                await journal.Get<JournalExport>().WriteAsync(me.Person, file, Ct);
            await journal.Get<Web.Interchange.JournalFiles.NdjsonImport>().RunAsync(again.Person.Id, path, dryRun: false, null, Ct);
        }
        finally
        {
            File.Delete(path);
        }

        await journal.Get<Projections>().CatchUpAsync(Ct);
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));
        Assert.Equal(
            (await journal.EventsOfAsync(me)).Select(e => JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventTypes.Json)),
            (await journal.EventsOfAsync(again)).Select(e => JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventTypes.Json)));
    }

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = journal.Database.DataSource.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
    }

    private async Task<long> CountAsync(string table, string column, Guid id)
    {
        await using var command = journal.Database.DataSource.CreateCommand($"select count(*) from journal.{table} where {column} = $1");
        command.Parameters.Add(new() { Value = id });
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static bool HoldsWords(Type type) => PersonalTexts.Change(Written(type), type, text => text + " ");

    private static IJournalEvent WithWords(Type type)
    {
        var json = Written(type);
        PersonalTexts.Change(json, type, text => $"{Canary} {text}");
        return (IJournalEvent)json.Deserialize(type, EventTypes.Json)!;
    }

    // Every member given: texts, lists of two, parts.
    private static JsonObject Written(Type type) => (JsonObject)Value(type, type.Name)!;

    private static JsonNode? Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return name;
        if (type == typeof(Guid))
            return Guid.CreateVersion7();
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 5, 7, 30, 0, TimeSpan.FromHours(1));
        if (type == typeof(bool))
            return true;
        if (type.IsEnum)
            return Enum.GetNames(type)[^1];
        if (type.IsPrimitive)
            return 1;
        if (type is { IsGenericType: true } list && list.GetGenericArguments() is [var item])
            return new JsonArray(Value(item, name + " 1"), Value(item, name + " 2"));
        if (type.Namespace?.StartsWith("Journal", StringComparison.Ordinal) is not true)
            return JsonSerializer.SerializeToNode(RuntimeHelpers.GetUninitializedObject(type), type);
        var parameters = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First().GetParameters();
        return new JsonObject(parameters.Select(one => KeyValuePair.Create(one.Name!, Value(one.ParameterType, one.Name!))));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

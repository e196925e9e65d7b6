using System.Net;
using System.Text.RegularExpressions;
using Journal.Commands;
using Journal.Facts;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Administering;

namespace Journal.Web.Tests.Http;

public sealed partial class EveryRoute(ServedJournal journal) : IClassFixture<ServedJournal>
{
    /// <summary>Method, path ({0} the subject, {1} a part of it), what the subject is, and a body that would be taken.</summary>
    public static TheoryData<string, string, string, string?> OfOneSubject => [.. Written, .. OfVocabulary];

    // What every sort of subject has comes from the same declarations as the routes; the bodies are the tests' own.
    private static IEnumerable<TheoryDataRow<string, string, string, string?>> OfVocabulary => CommandKinds.All
        .Where(kind => !kind.Begins)
        .Select(kind => new TheoryDataRow<string, string, string, string?>(
            kind.Method, Parameter().Replace(kind.Address.Replace("{id}", "{0}", StringComparison.Ordinal), match => match.Value == "{0}" ? "{0}" : "{1}"), $"{kind.Subject} {kind.Verb}", SubjectSamples.Body(kind.Subject, kind.Verb)))
        .Concat(Subjects.Select(subject => new TheoryDataRow<string, string, string, string?>("GET", $"{subject.Plural}/{{0}}", $"{subject.Word} ", null)))
        .Where(row => Written.All(written => (written.Data.Item1, written.Data.Item2) != (row.Data.Item1, row.Data.Item2)));

    private static IEnumerable<TheoryDataRow<string, string, string?>> Beginnings => CommandKinds.All
        .Where(kind => kind.Begins)
        .Select(kind => new TheoryDataRow<string, string, string?>(kind.Method, kind.Address, SubjectSamples.Body(kind.Subject, kind.Verb)))
        .Concat(Subjects.Select(subject => new TheoryDataRow<string, string, string?>("GET", subject.Plural, null)))
        .Where(row => WrittenOfNone.All(written => (written.Data.Item1, written.Data.Item2) != (row.Data.Item1, row.Data.Item2)));

    private static IEnumerable<FactKind> Subjects => FactKinds.All.Where(kind => !kind.IsPart);

    private static IEnumerable<TheoryDataRow<string, string, string?>> Reports =>
        AllReports.Kinds.Select(report => new TheoryDataRow<string, string, string?>("GET", $"reports/{report.Name}", null));

    // What lets somebody in, or words out, takes more than a token that records.
    private static readonly string[] LetsOut = ["tokens", "channels", "webhooks", "feed", "admin"];

    private static TheoryData<string, string, string, string?> Written => new()
    {
        { "GET", "aims/{0}", "aim", null },
        { "PATCH", "aims/{0}", "aim", """{"why":"w"}""" },
        { "POST", "aims/{0}/close", "aim", """{"ending":"reached"}""" },
        { "GET", "practices/{0}", "practice", null },
        { "PATCH", "practices/{0}", "practice", """{"times":2}""" },
        { "POST", "practices/{0}/drop", "practice", "{}" },
        { "POST", "practices/{0}/outcomes", "practice", """{"kind":"finished"}""" },
        { "POST", "practices/{0}/outcomes", "practice", """{"kind":"done"}""" },
        { "POST", "practices/{0}/outcomes", "practice", """{"kind":"missed"}""" },
        { "POST", "practices/{0}/outcomes", "practice", """{"kind":"skipped","reason":"ill"}""" },
        { "POST", "practices/{0}/outcomes", "practice", """{"kind":"unknown"}""" },
        { "GET", "practices/{0}/outcomes/{1}", "practice", null },
        { "POST", "practices/{0}/outcomes/{1}/move", "practice", """{"occurredAt":"2026-01-05"}""" },
        { "POST", "practices/{0}/outcomes/{1}/retract", "practice", "{}" },
        { "GET", "beliefs/{0}", "belief", null },
        { "POST", "beliefs/{0}/ratings", "belief", """{"strength":0.5}""" },
        { "POST", "beliefs/{0}/challenges", "belief", """{"challenge":"why?"}""" },
        { "POST", "beliefs/{0}/replacement", "belief", """{"text":"t"}""" },
        { "POST", "beliefs/{0}/retire", "belief", null },
        { "POST", "beliefs/{0}/evidence", "belief", """{"direction":"supports","note":"n"}""" },
        { "GET", "beliefs/{0}/evidence/{1}", "belief", null },
        { "GET", "entries/{0}", "entry", null },
        { "GET", "entries/{0}/events", "entry", null },
        { "GET", "aims/{0}/events", "aim", null },
        { "POST", "entries/{0}/amend", "entry", """{"text":"t"}""" },
        { "POST", "entries/{0}/retract", "entry", "{}" },
        { "GET", "states/{0}", "state", null },
        { "GET", "interventions/{0}", "intervention", null },
        { "POST", "interventions/{0}/end", "intervention", "{}" },
        { "DELETE", "tokens/{0}", "token", null },
        { "POST", "reminders/{0}/snooze", "reminder", """{"minutes":5}""" },
        { "DELETE", "reminders/{0}", "reminder", null },
        { "PATCH", "channels/{0}", "channel", """{"words":true}""" },
        { "POST", "channels/{0}/confirm", "channel", """{"code":"000000"}""" },
        { "DELETE", "channels/{0}", "channel", null },
        { "PATCH", "webhooks/{0}", "webhook", """{"words":true}""" },
        { "POST", "webhooks/{0}/secret", "webhook", null },
        { "GET", "webhooks/{0}/deliveries", "webhook", null },
        { "POST", "webhooks/{0}/deliveries/{1}/replay", "webhook", null },
        { "DELETE", "webhooks/{0}", "webhook", null },
        { "DELETE", "grants/{0}", "grant", null },
        { "GET", "people/{0}/history", "giver", null },
        { "GET", "people/{0}/reports/cycles", "giver", null },
        { "GET", "people/{0}/subjects/practices", "giver", null },
        { "GET", "people/{0}/comments", "giver", null },
        { "POST", "people/{0}/comments", "giver", """{"about":"cycles","text":"t"}""" },
        { "DELETE", "people/{0}/comments/{1}", "giver", null },
        { "DELETE", "comments/{0}", "comment", null },
        { "PATCH", "admin/people/{0}", "whose", """{"closed":true}""" },
        { "DELETE", "admin/people/{0}/access", "whose", null },
        { "POST", "admin/people/{0}/erasure", "whose", """{"handle":"WHOSE"}""" },
        { "GET", "imports/{0}", "import", null },
        { "DELETE", "imports/{0}", "import", null },
    };

    public static TheoryData<string, string, string?> OfNoSubject => [.. WrittenOfNone, .. Beginnings, .. Reports];

    private static TheoryData<string, string, string?> WrittenOfNone => new()
    {
        { "POST", "aims", """{"title":"t"}""" },
        { "POST", "practices", """{"title":"t"}""" },
        { "POST", "beliefs", """{"text":"t","scope":"safe"}""" },
        { "POST", "entries", """{"text":"t"}""" },
        { "POST", "states", """{"energy":1}""" },
        { "POST", "interventions", """{"title":"t","layers":["belief"]}""" },
        { "GET", "aims", null },
        { "GET", "practices", null },
        { "GET", "practices/7b0c1a3e-0000-4000-8000-000000000001/outcomes", null },
        { "GET", "beliefs", null },
        { "GET", "entries", null },
        { "GET", "states", null },
        { "GET", "interventions", null },
        { "GET", "rules", null },
        { "GET", "reports", null },
        { "GET", "commands", null },
        { "GET", "evidence", null },
        { "POST", "commands", """[{"command":"setAim","title":"t"}]""" },
        { "GET", "compare/cycles", null },
        { "GET", "whatif/cycles", null },
        { "GET", "sensitivity/cycles?rule=drop", null },
        { "GET", "explain/alignment/limitingLayer", null },
        { "GET", "replay", null },
        { "POST", "analyze/changes", "{\"values\": [1]}" },
        { "POST", "analyze/cycles", "{\"values\": [1]}" },
        { "GET", "history", null },
        { "GET", "history/changes", null },
        { "GET", "me", null },
        { "GET", "today", null },
        { "GET", "formats", null },
        { "GET", "exports", null },
        { "POST", "imports", """{"format":"journal-events","version":1,"person":{"handle":"me","zone":"UTC"}}""" },
        { "GET", "imports", null },
        { "GET", "audit", null },
        { "PATCH", "me", """{"zone":"UTC"}""" },
        { "GET", "notices", null },
        { "POST", "notices/read", "{}" },
        { "GET", "reminders", null },
        { "PUT", "reminders", """{"time":"07:30"}""" },
        { "PUT", "reminders/quiet", """{"from":"22:00","until":"07:00"}""" },
        { "GET", "channels", null },
        { "POST", "channels", """{"kind":"post","address":"https://example.org/topic"}""" },
        { "GET", "webhooks", null },
        { "POST", "webhooks", """{"url":"https://example.org/hook"}""" },
        { "GET", "feed", null },
        { "PUT", "feed", "{}" },
        { "DELETE", "feed", null },
        { "GET", "me/erasure", null },
        { "DELETE", "me/erasure", null },
        { "POST", "me/erasure", """{"handle":"HANDLE"}""" },
        { "POST", "erasures", """{"id":"ENTRY"}""" },
        { "GET", "grants", null },
        { "POST", "grants", """{"coach":"COACH","layers":["execution"]}""" },
        { "GET", "admin/people", null },
        { "POST", "admin/invitations", null },
        { "GET", "people", null },
        { "GET", "comments", null },
        { "GET", "tokens", null },
        { "POST", "tokens", """{"label":"l"}""" },
    };

    [Theory]
    [MemberData(nameof(OfOneSubject))]
    public async Task Answers_for_anothers_subject_as_for_one_that_is_nowhere(string method, string path, string kind, string? body)
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var (subject, part) = await SubjectOfAsync(other, kind);
        var before = await journal.EventsOfAsync(other);

        var foreign = await SendAsync(me, method, path, subject, part, body);
        var missing = await SendAsync(me, method, path, Guid.NewGuid(), Guid.NewGuid(), body);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(missing.Code, foreign.Code);
        Assert.Equal(Without(missing, "traceId"), Without(foreign, "traceId"));
        Assert.Equal(before.Count, (await journal.EventsOfAsync(other)).Count);
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Theory]
    [MemberData(nameof(OfOneSubject))]
    public async Task Answers_an_administrator_about_anothers_subject_as_anybody(string method, string path, string kind, string? body)
    {
        if (path.StartsWith("admin/", StringComparison.Ordinal))
            return;
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await AdministratorAsync(me);
        var (subject, part) = await SubjectOfAsync(other, kind);
        var foreign = await SendAsync(me, method, path, subject, part, body);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(Without(await SendAsync(me, method, path, Guid.NewGuid(), Guid.NewGuid(), body), "traceId"), Without(foreign, "traceId"));
    }

    [Theory]
    [MemberData(nameof(OfOneSubject))]
    public async Task Of_a_subject_asks_for_a_good_token(string method, string path, string kind, string? body)
    {
        var me = await journal.NewPersonAsync();
        var (subject, part) = await SubjectOfAsync(me, kind);
        if (kind == "whose")
            body = body?.Replace("WHOSE", (await journal.Get<PeopleRegistry>().FindAsync(subject, CancellationToken.None))!.Handle, StringComparison.Ordinal);
        await IsGuardedAsync(me, method, string.Format(null, path, subject, part), body);
    }

    [Theory]
    [MemberData(nameof(OfNoSubject))]
    public async Task Asks_for_a_good_token(string method, string path, string? body)
    {
        var me = await journal.NewPersonAsync();
        if (body?.Contains("ENTRY", StringComparison.Ordinal) is true)
            body = body.Replace("ENTRY", $"{await NewAsync(me, "entry")}", StringComparison.Ordinal);
        if (body?.Contains("COACH", StringComparison.Ordinal) is true)
            body = body.Replace("COACH", (await journal.NewPersonAsync()).Person.Handle, StringComparison.Ordinal);
        await IsGuardedAsync(me, method, path, body?.Replace("HANDLE", me.Person.Handle, StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_does_not_exist_asks_for_a_token_first()
    {
        var me = await journal.NewPersonAsync();
        (await me.With(null).GetAsync("nothing")).IsRefused(401, "token.missing");
        (await me.GetAsync("nothing")).IsRefused(404, "route.unknown");
        (await me.GetAsync("aims/not-an-id")).IsRefused(404, "route.unknown");
    }

    [Fact]
    public async Task In_the_description_is_tried_here()
    {
        var me = await journal.NewPersonAsync();
        var paths = (await me.With(null).GetAsync("/openapi/v1.json")).Succeeds().GetProperty("paths");
        var described = paths.EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Where(member => member.Name != "parameters").Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var tried = OfOneSubject.Select(row => Addresses.Of(row.Data.Item1, row.Data.Item2, row.Data.Item4))
            .Concat(OfNoSubject.Select(row => Addresses.Of(row.Data.Item1, row.Data.Item2, row.Data.Item3)))
            .Select(sent => $"{sent.Method} /api/v1/{OfAKind().Replace(OfAReport().Replace(AnyId().Replace(sent.Path.Split('?')[0], "{}"), match => match.Groups[1].Value + (match.Groups[2].Success ? "/{}/{}" : "/{}")), "$1{}$2")}");
        Assert.Equal(
            described.Select(route => Parameter().Replace(route, "{}").TrimEnd('/')).Order(StringComparer.Ordinal),
            tried.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task IsGuardedAsync(JournalClient me, string method, string path, string? body)
    {
        if (path.StartsWith("admin/", StringComparison.Ordinal))
            await AdministratorAsync(me);
        var before = await journal.EventsOfAsync(me);
        var none = await me.With(null).SendAsync(new(method), path, body);
        none.IsRefused(401, "token.missing");
        Assert.StartsWith("Bearer", none.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        (await me.With("journal_" + new string('0', 56)).SendAsync(new(method), path, body)).IsRefused(401, "token.invalid");

        var revoked = await journal.IssueAsync(me.Person, Scope.Write);
        var tokens = journal.Get<TokenRegistry>();
        var id = (await tokens.ListAsync(me.Person.Id, CancellationToken.None)).Single(token => revoked.StartsWith(token.Prefix, StringComparison.Ordinal)).Id;
        await tokens.RevokeAsync(me.Person.Id, id, AuditSource.Terminal, CancellationToken.None);
        (await me.With(revoked).SendAsync(new(method), path, body)).IsRefused(401, "token.invalid");

        var reading = await me.With(await journal.IssueAsync(me.Person, Scope.Read)).SendAsync(new(method), path, body);
        if (path is "audit" or "erasures" or "me/erasure" || LetsOut.Any(address => path.StartsWith(address, StringComparison.Ordinal)))
            reading.IsRefused(403, "scope.manage");
        else if (method == "GET")
            reading.Succeeds();
        else
            reading.IsRefused(403, "scope.read");
        Assert.Equal(before.Count, (await journal.EventsOfAsync(me)).Count);

        var right = await me.SendAsync(new(method), path, body);
        Assert.True((int)right.Status is >= 200 and < 300, right.Text);
    }

    private static Task<Answer> SendAsync(JournalClient me, string method, string path, Guid subject, Guid part, string? body) =>
        me.SendAsync(new(method), string.Format(null, path, subject, part), body);

    private async Task<(Guid Subject, Guid Part)> SubjectOfAsync(JournalClient owner, string kind)
    {
        var part = Guid.NewGuid();
        if (kind.Split(' ') is [var word, var verb])
            return (await SubjectSamples.NewAsync(owner, Subjects.First(subject => subject.Word == word), verb, part), part);
        switch (kind)
        {
            case "practice":
                var practice = await owner.NewPracticeAsync();
                await owner.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"finished","outcomeId":"{{part}}"}""");
                return (practice, part);
            case "belief":
                var belief = await owner.NewBeliefAsync();
                await owner.NewAsync($"beliefs/{belief}/evidence", $$"""{"direction":"supports","note":"n","evidenceId":"{{part}}"}""");
                return (belief, part);
            case "token":
                var secret = await journal.IssueAsync(owner.Person, Scope.Read);
                var tokens = await journal.Get<TokenRegistry>().ListAsync(owner.Person.Id, CancellationToken.None);
                return (tokens.Single(token => secret.StartsWith(token.Prefix, StringComparison.Ordinal)).Id, part);
            case "whose":
                return ((await journal.NewPersonAsync()).Person.Id, part);
            case "grant":
                return (await GiveAsync(owner, await journal.NewPersonAsync()), part);
            case "giver":
                var giver = await journal.NewPersonAsync();
                await GiveAsync(giver, owner);
                return (giver.Person.Id, await owner.NewAsync($"people/{giver.Person.Id}/comments", """{"about":"cycles","text":"t"}"""));
            case "comment":
                var coach = await journal.NewPersonAsync();
                await GiveAsync(owner, coach);
                return (await coach.NewAsync($"people/{owner.Person.Id}/comments", """{"about":"cycles","text":"t"}"""), part);
            case "reminder":
                await owner.SendAsync(HttpMethod.Put, "reminders", """{"time":"07:30"}""");
                return (owner.Person.Id, part);
            case "channel":
                return (await owner.NewAsync("channels", """{"kind":"post","address":"https://example.org/topic"}"""), part);
            case "webhook":
                var hook = await owner.NewAsync("webhooks", """{"url":"https://example.org/hook"}""");
                await using (var session = journal.Get<Marten.IDocumentStore>().LightweightSession(Journal.Recording.Author.TenantOf(owner.Person.Id)))
                {
                    session.Store(Journal.Web.Reactions.Delivery.OfEvent(owner.Person.Id, hook, Guid.NewGuid(), DateTimeOffset.UnixEpoch) with { Id = part, Due = null });
                    await session.SaveChangesAsync();
                }

                return (hook, part);
            case "import":
                var begun = await owner.PostAsync("imports?dryRun=true", """{"format":"journal-events","version":1,"person":{"handle":"me","zone":"UTC"}}""", ("Prefer", "respond-async"));
                return (begun.Succeeds().GetProperty("import").GetProperty("id").GetGuid(), part);
            default:
                return (await NewAsync(owner, kind), part);
        }
    }

    private Task<Journal.Recording.Refusal?> AdministratorAsync(JournalClient me) => journal.Get<Administration>().MarkAsync(me.Person.Id, mark: true, null, AuditSource.Terminal, CancellationToken.None);

    private static Task<Guid> GiveAsync(JournalClient giver, JournalClient coach) => giver.NewAsync("grants", $$"""{"coach":"{{coach.Person.Handle}}","layers":["execution"],"comments":true}""");

    private static Task<Guid> NewAsync(JournalClient owner, string kind) => kind switch
    {
        "aim" => owner.NewAimAsync(),
        "entry" => owner.NewAsync("entries", """{"text":"t"}"""),
        "state" => owner.NewAsync("states", """{"energy":1}"""),
        _ => owner.NewAsync("interventions", """{"title":"t","layers":["belief"]}"""),
    };

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameter();

    // One address serves every report by its name, and every figure of it.
    [GeneratedRegex("^(analyze|reports|people/{}/reports|compare|whatif|sensitivity|explain(?=/[a-z]+(/[A-Za-z]+)$))/[a-z]+(?:/[A-Za-z]+)?$")]
    private static partial Regex OfAReport();

    // One address serves every sort of subject by its name.
    [GeneratedRegex("^((?:people/{}/)?subjects/)[a-z]+|^()[a-z]+(?=/{}/events$)")]
    private static partial Regex OfAKind();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|{[0-9]}")]
    private static partial Regex AnyId();

    private static string Without(Answer answer, string name) =>
        string.Join('|', answer.Json.EnumerateObject().Where(property => property.Name != name).Select(property => property.ToString()));
}

using System.Globalization;
using Journal.Commands;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Commands;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Today;

namespace Journal.Web.Pages.Today;

internal static class TodayEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/", Show);
        pages.MapPost("/first-steps", Begin);
    }

    private static async Task<IResult> Show(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (facts, clock) = (http.RequestServices.GetRequiredService<FactsReader>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var today = TodayView.DayOf(clock.GetUtcNow(), FormSender.AuthorOf(signedIn).Zone);
        var day = DateOnly.TryParseExact(http.Request.Query["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked <= today && asked.Year >= 1900 ? asked : today;
        return Page.Of<TodayPage>(seen, ("View", TodayView.Of(signedIn.Person.Id, await facts.ReadAsync(signedIn.Person.Id, knownAt: null, ct), today, day)));
    }

    private static async Task<IResult> Begin(HttpContext http, SignedIn? signedIn, Recorder recorder, TimeProvider clock, CancellationToken ct)
    {
        if (signedIn is null || signedIn.Scope < Scope.Write || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther("/");
        var (forms, refusal) = FirstPractices.Of(fields);
        var (author, commands) = (FormSender.AuthorOf(signedIn), new List<RecordCommand>());
        foreach (var form in forms)
        {
            (var sent, refusal) = SentCommand.Read(FormBody.Of(form), author, Conditions.None, clock);
            if (sent is null)
                break;
            commands.Add(new(sent.Kind, sent.Command, author, sent.On));
        }

        refusal ??= (await recorder.RecordTogetherAsync(author, commands, ct)) is { RefusedAt: not null } refused ? refused.Results[0].Refusal : null;
        if (refusal is null)
            return new SeeOther("/");
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await Show(http, signedIn, new Seen(signedIn.Person, "/") { Refused = new("first", refusal, fields) }, ct);
    }
}

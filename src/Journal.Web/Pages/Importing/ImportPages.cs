using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Running;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Marten;

namespace Journal.Web.Pages.Importing;

/// <summary>The page that brings a file in: first it says what would happen, then it does it.</summary>
internal static class ImportPages
{
    private const string Address = "/import";
    private const string Column = "map:";
    private const string DayStart = "dayStartsAt";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly Refusal MayNot = Refusal.Conflict("scope.read", "This session may look, but not record.");
    private static readonly Refusal Gone = Refusal.Unknown("import.gone", "The file is not kept any more; choose it again.");
    private static readonly Refusal Busy = Refusal.Conflict("work.busy", "Other files are being looked at; try again in a moment.");
    private static readonly Refusal NoFile = Refusal.Invalid("file.missing", "Choose a file, of no more than this server takes.");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, async (http, signedIn, seen, ct) => Show(seen, runs: await RunsOf(http).ListAsync(signedIn.Person.Id, ct)));
        pages.MapPage(Address + "/{id:guid}", ShowRun);
        pages.MapPost(Address + "/file", LookAt).WithMetadata(new Upload.Large()).DisableRequestTimeout();
        pages.MapPost(Address + "/again", (HttpContext http, SignedIn? signedIn, CancellationToken ct) => Take(http, signedIn, dryRun: true, ct)).DisableRequestTimeout();
        pages.MapPost(Address + "/take", (HttpContext http, SignedIn? signedIn, CancellationToken ct) => Take(http, signedIn, dryRun: false, ct)).DisableRequestTimeout();
        pages.MapPost(Address + "/{id:guid}/cancel", Cancel);
    }

    private static async Task<IResult> ShowRun(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct) =>
        Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) && await RunsOf(http).FindAsync(signedIn.Person.Id, id, ct) is var (run, progress)
            ? Page.Of<RunPage>(seen, ("Run", run), ("Done", progress?.Done), ("Of", progress?.Of))
            : Page.Missing(seen, http);

    private static async Task<IResult> Cancel(Guid id, SignedIn? signedIn, ImportRuns runs, CancellationToken ct)
    {
        if (signedIn is { Scope: >= Scope.Write })
            await runs.CancelAsync(signedIn.Person.Id, id, ct);
        return new SeeOther($"{Address}/{id:D}");
    }

    // A stranger's file is not even read.
    private static async Task<IResult> LookAt(HttpContext http, SignedIn? signedIn, StagedImports staged, CancellationToken ct)
    {
        if (signedIn is null)
            return new SeeOther(Address);
        if (signedIn.Scope < Scope.Write)
            return Refused(http, signedIn, MayNot);
        var (upload, problem) = await Upload.ReadAsync(http.Request, ct);
        if (upload is null)
            return Refused(http, signedIn, problem!.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.Invalid("import.size", problem.ProblemDetails.Detail!) : NoFile);
        return staged.Keep(signedIn.Person.Id, upload) is { } kept ? await RunAsync(http, signedIn, kept, upload.Fields, dryRun: true, ct) : Refused(http, signedIn, Busy);
    }

    private static async Task<IResult> Take(HttpContext http, SignedIn? signedIn, bool dryRun, CancellationToken ct)
    {
        if (signedIn is null || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(Address);
        if (signedIn.Scope < Scope.Write)
            return Refused(http, signedIn, MayNot);
        var staged = http.RequestServices.GetRequiredService<StagedImports>();
        return staged.Find(signedIn.Person.Id, fields.GetValueOrDefault("file")?[0]) is { } kept ? await RunAsync(http, signedIn, kept, fields, dryRun, ct) : Refused(http, signedIn, Gone);
    }

    private static async Task<IResult> RunAsync(HttpContext http, SignedIn signedIn, StagedImport kept, IReadOnlyDictionary<string, string[]> fields, bool dryRun, CancellationToken ct)
    {
        var (work, imports) = (http.RequestServices.GetRequiredService<HeavyWork>(), http.RequestServices.GetRequiredService<Imports>());
        var format = fields.GetValueOrDefault("as")?[0] is { Length: > 0 } given ? given : null;
        var map = fields.Where(field => field.Key.StartsWith(Column, StringComparison.Ordinal)).ToDictionary(field => field.Key[Column.Length..], field => field.Value[0], StringComparer.Ordinal);
        var starts = fields.GetValueOrDefault(DayStart)?[0];
        ImportJob job;
        try
        {
            job = new(kept.File.Path, kept.File.Name, format, map, dryRun) { DayStartsAt = ImportJob.DayStart(starts) };
        }
        catch (ImportFailedException failed)
        {
            return Refused(http, signedIn, Refusal.Invalid(failed.Code, failed.Message), kept.Id, format);
        }

        if (!dryRun && http.RequestServices.GetRequiredService<JournalServerOptions>().RunDaemon)
            return await BeginAsync(http, signedIn, kept, job, ct);
        using var place = work.Enter(signedIn.Person.Id);
        if (!place.IsAcquired)
            return Refused(http, signedIn, Busy);
        try
        {
            var summary = await work.RunAsync(() => imports.RunAsync(FormSender.AuthorOf(signedIn) with { Source = "import" }, job, null, ct), ct);
            if (!dryRun)
                http.RequestServices.GetRequiredService<StagedImports>().Drop(signedIn.Person.Id, kept);
            return Show(new(signedIn.Person, Address), dryRun ? kept.Id : null, format, summary, dayStartsAt: starts);
        }
        catch (ImportFailedException failed)
        {
            return Refused(http, signedIn, Refusal.Invalid(failed.Code, failed.Message), kept.Id, format);
        }
    }

    // Most files are in before anybody would look how far they are.
    private static async Task<IResult> BeginAsync(HttpContext http, SignedIn signedIn, StagedImport kept, ImportJob job, CancellationToken ct)
    {
        var (runs, clock) = (RunsOf(http), http.RequestServices.GetRequiredService<TimeProvider>());
        var (run, refusal) = await runs.BeginAsync(signedIn.Person.Id, job, http.RequestServices.GetRequiredService<IMartenOutbox>(), ct);
        if (run is null)
            return Refused(http, signedIn, refusal!, kept.Id, job.Format);
        http.RequestServices.GetRequiredService<StagedImports>().Drop(signedIn.Person.Id, kept);
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < Patience && await runs.FindAsync(signedIn.Person.Id, run.Id, ct) is { Run.IsOpen: true })
            await Task.Delay(Look, clock, ct);
        return new SeeOther($"{Address}/{run.Id:D}");
    }

    private static ImportRuns RunsOf(HttpContext http) => http.RequestServices.GetRequiredService<ImportRuns>();

    private static RazorComponentResult<ImportPage> Refused(HttpContext http, SignedIn signedIn, Refusal refusal, Guid? file = null, string? format = null)
    {
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return Page.Of<ImportPage>(new(signedIn.Person, Address), ("Refusal", refusal), ("File", file), ("Format", format));
    }

    private static RazorComponentResult<ImportPage> Show(Seen seen, Guid? file = null, string? format = null, ImportSummary? summary = null, IReadOnlyList<ImportRun>? runs = null, string? dayStartsAt = null) =>
        Page.Of<ImportPage>(seen, ("File", file), ("Format", format), ("Summary", summary), ("Runs", runs ?? []), ("DayStartsAt", dayStartsAt));
}

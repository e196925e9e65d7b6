using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Interchange;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Pages.Importing;

/// <summary>The page that brings a file in: first it says what would happen, then it does it.</summary>
internal static class ImportPages
{
    private const string Address = "/import";
    private const string Column = "map:";

    private static readonly Refusal MayNot = Refusal.Conflict("scope.read", "This session may look, but not record.");
    private static readonly Refusal Gone = Refusal.Unknown("import.gone", "The file is not kept any more; choose it again.");
    private static readonly Refusal Busy = Refusal.Conflict("work.busy", "Other files are being looked at; try again in a moment.");
    private static readonly Refusal NoFile = Refusal.Invalid("file.missing", "Choose a file, of no more than this server takes.");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, (_, _, seen, _) => Task.FromResult<IResult>(Show(seen)));
        pages.MapPost(Address + "/file", Look).WithMetadata(new Upload.Large()).DisableRequestTimeout();
        pages.MapPost(Address + "/again", (HttpContext http, SignedIn? signedIn, CancellationToken ct) => Take(http, signedIn, dryRun: true, ct)).DisableRequestTimeout();
        pages.MapPost(Address + "/take", (HttpContext http, SignedIn? signedIn, CancellationToken ct) => Take(http, signedIn, dryRun: false, ct)).DisableRequestTimeout();
    }

    // A stranger's file is not even read.
    private static async Task<IResult> Look(HttpContext http, SignedIn? signedIn, StagedImports staged, CancellationToken ct)
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
        using var place = work.Enter(signedIn.Person.Id);
        if (!place.IsAcquired)
            return Refused(http, signedIn, Busy);
        var format = fields.GetValueOrDefault("as")?[0] is { Length: > 0 } given ? given : null;
        var map = fields.Where(field => field.Key.StartsWith(Column, StringComparison.Ordinal)).ToDictionary(field => field.Key[Column.Length..], field => field.Value[0], StringComparer.Ordinal);
        try
        {
            var job = new ImportJob(kept.File.Path, kept.File.Name, format, map, dryRun);
            var summary = await work.RunAsync(() => imports.RunAsync(FormSender.AuthorOf(signedIn) with { Source = "import" }, job, null, ct), ct);
            if (!dryRun)
                http.RequestServices.GetRequiredService<StagedImports>().Drop(signedIn.Person.Id, kept);
            return Show(new(signedIn.Person, Address), dryRun ? kept.Id : null, format, summary);
        }
        catch (ImportFailedException failed)
        {
            return Refused(http, signedIn, Refusal.Invalid(failed.Code, failed.Message), kept.Id, format);
        }
    }

    private static RazorComponentResult<ImportPage> Refused(HttpContext http, SignedIn signedIn, Refusal refusal, Guid? file = null, string? format = null)
    {
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return Page.Of<ImportPage>(new(signedIn.Person, Address), ("Refusal", refusal), ("File", file), ("Format", format));
    }

    private static RazorComponentResult<ImportPage> Show(Seen seen, Guid? file = null, string? format = null, ImportSummary? summary = null) =>
        Page.Of<ImportPage>(seen, ("File", file), ("Format", format), ("Summary", summary));
}

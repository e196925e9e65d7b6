using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Guards;
using Journal.Web.Http;
using Journal.Web.Interchange.Exporting;
using Journal.Web.Interchange.Running;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Marten;

namespace Journal.Web.Interchange;

/// <summary>A format that files can have.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="File">What a file of it is.</param>
internal sealed record FormatAnswer(string Name, string File);

/// <param name="Done">Rows that are done; null where none is counted.</param>
/// <param name="Of">Of so many.</param>
internal sealed record ImportRunAnswer(ImportRun Import, int? Done, int? Of);

internal sealed record ImportRunList(IReadOnlyList<ImportRun> Imports);

/// <summary>Files in, and the whole journal out.</summary>
internal static class ImportEndpoints
{
    private static readonly Refusal Missing = Refusal.Unknown("import.unknown", "There is no such import.");

    public static void Map(IEndpointRouteBuilder api)
    {
        // As long as it takes: a file goes in whole or not at all, and a limit would make the largest never go in.
        api.MapGroup("").WithHeavyWork().MapPost("/imports", Import).WithMetadata(new Upload.Large()).WithTags("In and out").WithName("ImportFile")
            .WithSummary("Brings in a file of another application, or a journal file: the body, or a form with one file. What it is, is told by its content; as says it. dryRun=true stores nothing. dayStartsAt=04:00 counts what was done at night for the day before. With the header Prefer: respond-async it is kept and imported by itself, also where the server is stopped meanwhile.")
            .Accepts<byte[]>("application/octet-stream", "multipart/form-data", "*/*").Produces<ImportSummary>().Produces<ImportRun>(StatusCodes.Status202Accepted).DisableRequestTimeout();
        var runs = api.MapGroup("/imports").WithTags("In and out");
        runs.MapGet("/", List).WithName("ListImports").WithSummary("The last fifty imports that ran by themselves, newest first.");
        runs.MapGet("/{id:guid}", Get).WithName("GetImport").WithSummary("How far an import is that runs by itself, and what it did.");
        runs.MapDelete("/{id:guid}", Cancel).WithName("CancelImport").WithSummary("Takes an import back that has not ended: nothing of its file goes in.");
        api.MapGet("/formats", () => TypedResults.Ok<IReadOnlyList<FormatAnswer>>([.. Imports.Formats.Select(format => new FormatAnswer(format.Name, format.File))])).WithTags("In and out").WithName("ListFormats")
            .WithSummary("The formats that files can have.");
        api.MapGet("/exports", Export).WithStepUp("/import", Scope.Read).WithMetadata(new Streams()).WithTags("In and out").WithName("ExportJournal")
            .WithSummary("The whole journal: ndjson, which can be imported again, or an archive of markdown by day, csv or json by kind.").DisableRequestTimeout();
    }

    private static async Task<Ok<ImportRunList>> List(SignedIn signedIn, ImportRuns runs, CancellationToken ct) => TypedResults.Ok(new ImportRunList(await runs.ListAsync(signedIn.Person.Id, ct)));

    private static async Task<Results<Ok<ImportRunAnswer>, ProblemHttpResult>> Get(Guid id, SignedIn signedIn, ImportRuns runs, CancellationToken ct) =>
        await runs.FindAsync(signedIn.Person.Id, id, ct) is var (run, progress) ? TypedResults.Ok(new ImportRunAnswer(run, progress?.Done, progress?.Of)) : Problems.Of(Missing);

    private static async Task<Results<Ok<ImportRunAnswer>, ProblemHttpResult>> Cancel(Guid id, SignedIn signedIn, ImportRuns runs, CancellationToken ct) =>
        await runs.CancelAsync(signedIn.Person.Id, id, ct) is { } run ? TypedResults.Ok(new ImportRunAnswer(run, null, null)) : Problems.Of(Missing);

    // A node that keeps no queues has nobody to hand it to.
    private static bool IsToRunByItself(HttpRequest request, JournalServerOptions options) =>
        options.RunDaemon && request.Headers["Prefer"].ToString().Split(',', ';').Any(preference => preference.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase));

    private static async Task<Results<Ok<ImportSummary>, Accepted<ImportRunAnswer>, ProblemHttpResult>> Import(
        [FromQuery(Name = "as")] string? format, bool? dryRun, [FromQuery] string[]? map, string? dayStartsAt, HttpRequest request, SignedIn signedIn, Imports imports, ImportRuns runs, IMartenOutbox outbox, JournalServerOptions options, CancellationToken ct)
    {
        var (upload, problem) = await Upload.ReadAsync(request, ct);
        if (upload is null)
            return problem!;
        using (upload)
        {
            try
            {
                var author = signedIn.Person.As("import", System.Diagnostics.Activity.Current?.TraceId.ToString());
                var job = new ImportJob(upload.Path, upload.Name, format, ImportJob.Meanings(map ?? []), dryRun is true) { DayStartsAt = ImportJob.DayStart(dayStartsAt) };
                if (!IsToRunByItself(request, options))
                    return TypedResults.Ok(await imports.RunAsync(author, job, null, ct));
                var (run, refusal) = await runs.BeginAsync(signedIn.Person.Id, job, outbox, ct);
                if (run is null)
                    return Problems.Of(refusal!);
                request.HttpContext.Response.Headers["Preference-Applied"] = "respond-async";
                return TypedResults.Accepted($"/api/v1/imports/{run.Id:D}", new ImportRunAnswer(run, null, null));
            }
            catch (ImportFailedException failed)
            {
                return Problem(failed);
            }
        }
    }

    private static ExportForm? Form(string? format) => format is null ? ExportForm.Ndjson
        : EnumWords.Of(typeof(ExportForm)).Contains(format, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<ExportForm>(format, ignoreCase: true) : null;

    private static ProblemHttpResult Problem(ImportFailedException failed) =>
        Problems.Of(failed.Code == "import.size" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity, failed.Code, failed.Message);

    private static async Task<IResult> Export(string? format, HttpContext http, SignedIn signedIn, JournalExport journal, JournalArchive archive, AuditTrail trail, CancellationToken ct)
    {
        var (person, name) = (signedIn.Person, $"journal-{signedIn.Person.Id:N}");
        await trail.NoteAsync(person.Id, AuditAct.Exported, null, AuditSource.Of(http), ct);
        if (Form(format) is not { } form)
            return Problems.Of(Refusal.Invalid("format.type", $"format is one of {string.Join(", ", EnumWords.Of(typeof(ExportForm)))}."));
        if (form == ExportForm.Ndjson)
            return TypedResults.Stream(async output => await journal.WriteAsync(person, output, ct), "application/x-ndjson", name + ".ndjson");

        // The writer of archives knows no other way than to write as it goes, which a response does not take.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        http.Response.RegisterForDispose(file);
        await archive.WriteAsync(person, form, file, ct);
        file.Position = 0;
        return TypedResults.Stream(file, "application/zip", $"{name}-{form.ToString().ToLowerInvariant()}.zip");
    }
}

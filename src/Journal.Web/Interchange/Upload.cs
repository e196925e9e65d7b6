using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Journal.Web.Interchange;

/// <summary>A file that came over HTTP, in a folder that only this server's account can read and that goes when the request ends.</summary>
internal sealed class Upload : IDisposable
{
    private const int Buffer = 1 << 16;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-import-");

    /// <summary>Where it lies.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "file");

    /// <summary>What its sender calls it; null where that was not said.</summary>
    public string? Name { get; private set; }

    /// <summary>The other fields that came with it.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; private set; } = new Dictionary<string, string[]>();

    /// <summary>Reads a request's body: a file as it is, or a form with one.</summary>
    public static async Task<(Upload? File, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var limit = request.HttpContext.RequestServices.GetRequiredService<JournalServerOptions>().ImportLimit;
        if (request.ContentLength > limit)
            return (null, Problems.BodyTooLarge);
        var upload = new Upload();
        try
        {
            var problem = IsForm(request) ? await upload.TakeFormAsync(request, limit, ct) : await upload.TakeAsync(request.Body, limit, ct);
            if (problem is null)
                return (upload, null);
            upload.Dispose();
            return (null, problem);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            upload.Dispose();
            return (null, e is InvalidDataException ? Problems.Of(StatusCodes.Status400BadRequest, "form.invalid", "The form cannot be read, or is larger than this server takes.") : Problems.BodyTooLarge);
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    // What programs call a form when they say nothing else is the file itself.
    private static bool IsForm(HttpRequest request) => request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        if (folder.Exists)
            folder.Delete(recursive: true);
    }

    private async Task<ProblemHttpResult?> TakeFormAsync(HttpRequest request, long limit, CancellationToken ct)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new() { MultipartBodyLengthLimit = limit, BufferBodyLengthLimit = limit, ValueCountLimit = 100, ValueLengthLimit = Buffer }, ct);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw new InvalidDataException("The form ends before it says so.", cut);
        }

        Fields = form.Where(field => field.Key.Length > 0).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);
        if (form.Files is not [var file])
            return Problems.Of(StatusCodes.Status400BadRequest, "file.missing", "Send one file.");
        Name = System.IO.Path.GetFileName(file.FileName.Replace('\\', '/')) is { Length: > 0 and <= 255 } name && !name.Any(char.IsControl) ? name : null;
        await using var content = file.OpenReadStream();
        return await TakeAsync(content, limit, ct);
    }

    private async Task<ProblemHttpResult?> TakeAsync(Stream content, long limit, CancellationToken ct)
    {
        await using var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous);
        var (buffer, length) = (new byte[Buffer], 0L);
        for (int some; (some = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if ((length += some) > limit)
                return Problems.BodyTooLarge;
            await file.WriteAsync(buffer.AsMemory(0, some), ct);
        }

        return length > 0 ? null : Problems.Of(StatusCodes.Status400BadRequest, "file.missing", "Send one file.");
    }

    /// <summary>Lets an endpoint take bodies of the size that files have; the limit that is chosen is held by the reading.</summary>
    internal sealed class Large : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}

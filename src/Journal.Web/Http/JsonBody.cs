using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>Reads a request's body as one JSON object, or an array where that is meant, within bounds.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly JsonDocument Nothing = JsonDocument.Parse("{}");

    /// <summary>The object, or why there is none. No body at all reads as an object without properties.</summary>
    public static ValueTask<(JsonElement Body, ProblemHttpResult? Problem)> ReadAsync(HttpContext context, bool orArray = false) => ReadAsync(context, orArray, context.RequestAborted);

    private static async ValueTask<(JsonElement Body, ProblemHttpResult? Problem)> ReadAsync(HttpContext context, bool orArray, CancellationToken ct)
    {
        var limit = context.RequestServices.GetRequiredService<JournalServerOptions>().BodyLimit;
        if (context.Request.ContentLength > limit)
            return (default, Problems.BodyTooLarge);
        var (bytes, tooLarge) = await ReadAsync(context.Request.BodyReader, limit, ct);
        if (tooLarge)
            return (default, Problems.BodyTooLarge);
        if (bytes.Length == 0)
            return (Nothing.RootElement, null);
        return !context.Request.HasJsonContentType() ? (default, Problems.OfStatus(415))
            : !Utf8.IsValid(bytes) ? (default, Invalid("the text is not UTF-8"))
            : Parse(context, bytes, orArray);
    }

    /// <summary>The body as something that is no command.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">What to make of it.</param>
    /// <param name="patience">How long the sender may take, who has not said yet who they are; null for as long as a request may.</param>
    public static async ValueTask<(T? Content, ProblemHttpResult? Problem)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, TimeSpan? patience = null)
        where T : class
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (patience is { } time)
            soon.CancelAfter(time);
        try
        {
            return await ReadAsync(context, type, soon.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (null, Problems.Of(StatusCodes.Status408RequestTimeout, "body.slow", "The body did not arrive in time."));
        }
    }

    private static async ValueTask<(T? Content, ProblemHttpResult? Problem)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var (body, problem) = await ReadAsync(context, orArray: false, ct);
        if (problem is not null)
            return (null, problem);
        var (content, refusal) = new BodyReader(new Dictionary<string, Guid>(), TimeZoneInfo.Utc, _ => Guid.Empty).Read(type, body);
        return ((T?)content, refusal is null ? null : Problems.Of(refusal));
    }

    // Kestrel's own limit is far higher: what it still has to come is read and dropped after the answer, so that the sender gets to see the answer.
    private static async ValueTask<(byte[] Bytes, bool TooLarge)> ReadAsync(PipeReader reader, int limit, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > limit || read.IsCompleted)
            {
                var result = read.Buffer.Length > limit ? ([], true) : (read.Buffer.ToArray(), false);
                reader.AdvanceTo(read.Buffer.End);
                return result;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (JsonElement Body, ProblemHttpResult? Problem) Parse(HttpContext context, byte[] utf8, bool orArray)
    {
        try
        {
            var document = JsonDocument.Parse(utf8, Strict);
            context.Response.RegisterForDispose(document);
            return document.RootElement.ValueKind == JsonValueKind.Object || (orArray && document.RootElement.ValueKind == JsonValueKind.Array) ? (document.RootElement, null) : (default, Invalid("a JSON object is expected"));
        }
        catch (JsonException malformed)
        {
            return (default, Invalid($"line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine}"));
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair cannot be compared with the others.
            return (default, Invalid("a name is no text"));
        }
    }

    private static ProblemHttpResult Invalid(string where) => Problems.Of(400, "json.invalid", $"The body is not the JSON that is expected: {where}.");
}

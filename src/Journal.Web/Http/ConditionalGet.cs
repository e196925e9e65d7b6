using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Http;

/// <summary>Gives every answer to a GET an entity tag, and answers 304 to whoever has it already (RFC 9110, 13.1.2).</summary>
/// <remarks>The tag is weak where it is made from the answer itself: it says that the content is the same, not that its compressed bytes are.</remarks>
internal static class ConditionalGet
{
    /// <summary>Puts the tags on every endpoint of a group, but for those that stream.</summary>
    public static TBuilder WithEntityTags<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.AddEndpointFilterFactory((_, next) => async context =>
        {
            var answer = await next(context);
            return answer is IResult result && HttpMethods.IsGet(context.HttpContext.Request.Method) && !IsStream(context.HttpContext) ? new Tagged(result) : answer;
        });

    private static bool IsStream(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Streams>() is not null;

    private sealed class Tagged(IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, body) = (httpContext.Response, httpContext.Response.Body);
            using var buffer = new MemoryStream();
            response.Body = buffer;
            try
            {
                await answer.ExecuteAsync(httpContext);
            }
            finally
            {
                response.Body = body;
            }

            var written = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            if (response.StatusCode == StatusCodes.Status200OK)
            {
                if (response.Headers.ETag.Count == 0)
                    response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(written.Span).AsSpan(0, 12))}\"";
                if (IsKnown(httpContext.Request, response.Headers.ETag.ToString()))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    response.ContentType = null;
                    response.ContentLength = null;
                    return;
                }
            }

            await body.WriteAsync(written, httpContext.RequestAborted);
        }
    }

    /// <summary>Whether the sender of a request has what a tag stands for.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}

/// <summary>Marks an endpoint whose answer is a stream: it has no tag.</summary>
internal sealed class Streams;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Journal.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journal.Web.Description;

/// <summary>The OpenAPI document: made when somebody first asks for it, and then sent as it is.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";
    public const string Address = $"/openapi/{Name}.json";

    private Task<Written>? made;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, GetAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(ApiDocument document, HttpContext http, CancellationToken ct)
    {
        var (bytes, tag) = await document.WriteAsync().WaitAsync(ct);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        return ConditionalGet.IsKnown(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(bytes, "application/json");
    }

    // Two who ask first at the same time both make it, which does no harm; one that failed is made again.
    private Task<Written> WriteAsync() => made is { IsFaulted: false } known ? known : made = MakeAsync();

    private async Task<Written> MakeAsync()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        (await provider.GetOpenApiDocumentAsync(CancellationToken.None)).SerializeAsV31(new OpenApiJsonWriter(text, new() { Terse = true }));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }

    private sealed record Written(byte[] Bytes, string Tag);
}

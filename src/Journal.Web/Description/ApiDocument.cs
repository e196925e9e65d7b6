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

    private readonly SemaphoreSlim making = new(1);
    private Written? made;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, GetAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(ApiDocument document, HttpContext http, CancellationToken ct)
    {
        var (bytes, tag) = await document.WriteAsync(ct);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        return ConditionalGet.IsKnown(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(bytes, "application/json");
    }

    private async Task<Written> WriteAsync(CancellationToken ct)
    {
        if (made is not null)
            return made;
        await making.WaitAsync(ct);
        try
        {
            return made ??= await MakeAsync(ct);
        }
        finally
        {
            making.Release();
        }
    }

    private async Task<Written> MakeAsync(CancellationToken ct)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        (await provider.GetOpenApiDocumentAsync(ct)).SerializeAsV31(new OpenApiJsonWriter(text, new() { Terse = true }));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }

    private sealed record Written(byte[] Bytes, string Tag);
}

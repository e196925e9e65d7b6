using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Pages.Layout;

/// <summary>A file the pages load, carried in the program. Its address holds a hash of its content, so that browsers may keep it for good.</summary>
internal sealed class Asset
{
    private readonly string name;
    private readonly string type;
    private readonly byte[] content;
    private readonly string hash;

    private Asset(string name, string type, params string[] files)
    {
        (this.name, this.type) = (name, type);
        content = Encoding.UTF8.GetBytes(string.Join('\n', files.Select(Read)));
        hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }

    public static Asset Styles { get; } = new("journal.css", "text/css; charset=utf-8", "page.css", "chart.css");

    public static Asset Icon { get; } = new("journal.svg", "image/svg+xml", "icon.svg");

    public string Address => $"/assets/{name}?v={hash}";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var asset in new[] { Styles, Icon })
            app.MapGet($"/assets/{asset.name}", asset.Get).AllowAnonymous().ExcludeFromDescription();
    }

    private FileContentHttpResult Get(HttpContext context, string? v)
    {
        context.Response.Headers.CacheControl = v == hash ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private static string Read(string file)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Journal.Web.Pages.Assets.{file}")
            ?? throw new InvalidOperationException($"The program carries no {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Pages.Layout;

/// <summary>A file the pages load, carried in the program. Its address holds a hash of its content, so that browsers may keep it for good.</summary>
internal sealed class Asset
{
    private readonly string path;
    private readonly string type;
    private readonly byte[] content;
    private readonly string hash;

    private Asset(string path, string type, params string[] files)
    {
        (this.path, this.type) = (path, type);
        content = [.. files.SelectMany((file, i) => i > 0 ? [(byte)'\n', .. Read(file)] : Read(file))];
        hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }

    public static Asset Styles { get; } = new("/assets/journal.css", "text/css; charset=utf-8", "page.css", "chart.css");

    public static Asset Script { get; } = new("/assets/journal.js", "text/javascript; charset=utf-8", "journal.js");

    /// <summary>What moves on the pages about the history as a whole.</summary>
    public static Asset TimeTravel { get; } = new("/assets/travel.js", "text/javascript; charset=utf-8", "travel.js");

    /// <summary>What signing in takes of a browser.</summary>
    public static Asset SigningIn { get; } = new("/assets/passkey.js", "text/javascript; charset=utf-8", "passkey.js");

    /// <summary>What being told outside the journal takes of a browser.</summary>
    public static Asset Reaching { get; } = new("/assets/reaching.js", "text/javascript; charset=utf-8", "reaching.js");

    public static Asset Icon { get; } = new("/assets/journal.svg", "image/svg+xml", "icon.svg");

    public static Asset SmallIcon { get; } = new("/assets/icon-192.png", "image/png", "icon-192.png");

    /// <summary>What lets a browser install the pages as an application.</summary>
    private static Asset Manifest { get; } = new("/manifest.webmanifest", "application/manifest+json", "manifest.webmanifest");

    /// <summary>What answers where the network does not. Its address says how far it reaches.</summary>
    private static Asset Worker { get; } = new("/sw.js", "text/javascript; charset=utf-8", "sw.js");

    private static Asset LargeIcon { get; } = new("/assets/icon-512.png", "image/png", "icon-512.png");

    public string Address => $"{path}?v={hash}";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var asset in new[] { Styles, Script, TimeTravel, SigningIn, Reaching, Icon, SmallIcon, LargeIcon, Manifest, Worker })
            app.MapGet(asset.path, asset.Get).AllowAnonymous().ExcludeFromDescription();
    }

    private FileContentHttpResult Get(HttpContext context, string? v)
    {
        context.Response.Headers.CacheControl = v == hash ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Journal.Web.Pages.Assets.{file}")
            ?? throw new InvalidOperationException($"The program carries no {file}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

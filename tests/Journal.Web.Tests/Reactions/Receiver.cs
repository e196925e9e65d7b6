using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Journal.Web.Tests.Reactions;

/// <summary>A server somewhere that takes what is posted to it, or does something else.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> all = [];

    private Receiver(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What it does with a request; null for taking it.</summary>
    public Func<HttpContext, Task>? Does { get; set; }

    /// <summary>Everything that came, whatever was done with it.</summary>
    public IReadOnlyList<Received> All => [.. all];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        receiver.Address = new(receiver.app.Urls.Single());
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        all.Enqueue(new(http.Request.Path, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        if (Does is { } other)
            await other(http);
    }
}

internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

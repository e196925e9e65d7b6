using Marten;

namespace Journal.Web.Access;

/// <summary>Where the server of this journal was reached last, so that a link to it need not be told.</summary>
/// <param name="Id">There is one.</param>
/// <param name="Url">Its address.</param>
public sealed record ServerAddress(string Id, string Url);

/// <summary>Keeps where the server listens.</summary>
public sealed class ServerAddresses(IDocumentStore store)
{
    private const string Only = "server";

    /// <summary>Remembers the address of the server that has just started.</summary>
    public async Task KeepAsync(Uri address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        await using var session = store.LightweightSession();
        session.Store(new ServerAddress(Only, address.ToString()));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The address of the server that started last; null where none ever did.</summary>
    public async Task<Uri?> FindAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ServerAddress>(Only, ct) is { } kept ? new Uri(kept.Url) : null;
    }
}

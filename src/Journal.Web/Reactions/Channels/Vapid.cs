using System.Buffers.Text;
using System.Security.Cryptography;
using Lib.Net.Http.WebPush.Authentication;
using Marten;

namespace Journal.Web.Reactions.Channels;

/// <summary>The key by which push services know this server.</summary>
/// <param name="Id">There is one.</param>
/// <param name="Public">As browsers take it.</param>
/// <param name="Private">Whoever has it can send to browsers that hear from here, and read nothing.</param>
public sealed record VapidKey(string Id, string Public, string Private);

/// <summary>Keeps the key; it is made when it is first asked for.</summary>
internal sealed class Vapid(IDocumentStore store)
{
    private const string Only = "server";

    public async Task<VapidKey> KeyAsync(CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<VapidKey>(Only, ct) is { } known)
            return known;
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = pair.ExportParameters(includePrivateParameters: true);
        session.Insert(new VapidKey(Only, Base64Url.EncodeToString([4, .. key.Q.X!, .. key.Q.Y!]), Base64Url.EncodeToString(key.D!)));
        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (Exception other) when (Journal.Commands.Recorder.IsLostRace(other) || other is JasperFx.DocumentAlreadyExistsException)
        {
            // Another node was first: its key is the key.
        }

        await using var again = store.QuerySession();
        return (await again.LoadAsync<VapidKey>(Only, ct))!;
    }

    public async Task<VapidAuthentication> AuthenticationAsync(Uri? server, CancellationToken ct)
    {
        var key = await KeyAsync(ct);
        return new VapidAuthentication(key.Public, key.Private) { Subject = server is { Scheme: "https" } ? server.ToString() : "mailto:journal@localhost" };
    }
}

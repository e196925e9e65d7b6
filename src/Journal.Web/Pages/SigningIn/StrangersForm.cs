using Microsoft.AspNetCore.Http.Metadata;

namespace Journal.Web.Pages.SigningIn;

/// <summary>A form of somebody who has not said yet who they are: small, and sent at once.</summary>
internal sealed class StrangersForm
{
    private const int MostFields = 8;
    private const int LongestField = 2048;
    private const int Largest = 8192;

    // What a browser sends here is one packet. Somebody who sends it byte by byte keeps a place from others.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IFormCollection? fields;

    private StrangersForm(IFormCollection? fields) => this.fields = fields;

    /// <summary>What endpoints that read one say of the size of their bodies.</summary>
    public static IRequestSizeLimitMetadata Size { get; } = new SmallBody();

    /// <summary>A field, or null where there is none.</summary>
    public string? this[string name] => fields is not null && fields.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>Where to go on.</summary>
    public string Back => Page.Local(this["back"]) ?? "/";

    /// <summary>Reads it. What is no form, too large or too late is one without fields.</summary>
    public static async Task<StrangersForm> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return new(null);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(Patience);
        try
        {
            return new(await request.ReadFormAsync(new() { ValueCountLimit = MostFields, KeyLengthLimit = LongestField, ValueLengthLimit = LongestField, BufferBodyLengthLimit = Largest }, soon.Token));
        }
        catch (Exception e) when (e is InvalidDataException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(null);
        }
    }

    private sealed class SmallBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Largest;
    }
}

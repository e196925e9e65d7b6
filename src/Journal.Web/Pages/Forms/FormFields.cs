namespace Journal.Web.Pages.Forms;

/// <summary>Reads a form of a page, within bounds.</summary>
internal static class FormFields
{
    private const int MostFields = 200;

    /// <returns>Every field with its values; null for what is no form.</returns>
    public static async Task<IReadOnlyDictionary<string, string[]>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var limit = request.HttpContext.RequestServices.GetRequiredService<JournalServerOptions>().BodyLimit;
        if (!request.HasFormContentType || request.ContentLength > limit)
            return null;
        try
        {
            var form = await request.ReadFormAsync(new() { ValueCountLimit = MostFields, BufferBodyLengthLimit = limit, ValueLengthLimit = limit }, ct);
            return form.Where(field => field.Key.Length > 0).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

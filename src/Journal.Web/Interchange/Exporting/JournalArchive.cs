using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Sharing;

namespace Journal.Web.Interchange.Exporting;

/// <summary>Writes a person's whole journal as one archive for other programs and for reading: a page a day, or a table or list for each kind.</summary>
public sealed class JournalArchive(PersonEvents events, FactsReader facts, CommentsReceived comments, TimeProvider clock)
{
    private const int Page = 1_000;

    private static readonly string[] Common = ["id", "type", "subject", "version", "occurredAt", "recordedAt", "source", "zone"];
    private static readonly JsonWriterOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What takes back or moves a whole subject belongs to none of them.
    private static readonly IReadOnlyList<(string Name, IReadOnlyList<Type> Events)> Kinds =
    [
        .. FactKinds.All.Select(kind => (kind.Plural, kind.Events)),
        ("changes", [.. EventTypes.All.Where(type => FactKinds.Folding(type) is null)]),
    ];

    /// <param name="person">Whose.</param>
    /// <param name="form">Any but NDJSON, which is no archive.</param>
    /// <param name="output">Gets the archive; stays open.</param>
    /// <param name="ct">Cancels; what is written by then is no archive.</param>
    public async Task WriteAsync(Person person, ExportForm form, Stream output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        if (form == ExportForm.Markdown)
            await WriteDaysAsync(person, archive, ct);
        else
            await WriteKindsAsync(person, form, archive, ct);
        if (await comments.ListAsync(person.Id, null, null, null, int.MaxValue, ct) is { Count: > 0 } received)
        {
            using var file = archive.CreateEntry($"comments.{Extension(form)}", CompressionLevel.Fastest).Open();
            ArchivedComments.Write(file, form, received);
        }
    }

    private async Task WriteDaysAsync(Person person, ZipArchive archive, CancellationToken ct)
    {
        var known = await facts.ReadAsync(person.Id, knownAt: null, ct);
        var days = new MarkdownDays(known);
        foreach (var (day, text) in days.Write(await events.ReadAsync(Author.TenantOf(person.Id), null, ct)))
        {
            ct.ThrowIfCancellationRequested();
            using var page = new StreamWriter(Entry(archive, $"{day:yyyy-MM-dd}.md").Open());
            page.Write(text);
        }
    }

    // All that was recorded by one moment, however long the writing takes.
    private async Task WriteKindsAsync(Person person, ExportForm form, ZipArchive archive, CancellationToken ct)
    {
        var until = clock.GetUtcNow();
        foreach (var (name, types) in Kinds)
        {
            var all = EachAsync(Author.TenantOf(person.Id), [.. types.Select(EventTypes.NameOf)], until, ct);
            await using var first = all.GetAsyncEnumerator(ct);
            if (!await first.MoveNextAsync())
                continue;
            using var file = Entry(archive, $"{name}.{Extension(form)}").Open();
            if (form == ExportForm.Csv)
                await WriteTableAsync(file, [.. types.SelectMany(Members).Distinct(StringComparer.Ordinal)], first);
            else
                await WriteListAsync(file, first);
        }
    }

    private static async Task WriteTableAsync(Stream file, IReadOnlyList<string> members, IAsyncEnumerator<EventView> all)
    {
        using var table = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        table.WriteLine(string.Join(',', Common.Concat(members)));
        do
        {
            var e = all.Current;
            string?[] common = [$"{e.Id}", e.Type, $"{e.Subject}", $"{e.Version}", Time(e.OccurredAt), Time(e.RecordedAt), e.Source, e.Zone];
            table.WriteLine(string.Join(',', common.Concat(members.Select(member => e.Data.TryGetProperty(member, out var value) ? Cell(value) : null)).Select(CsvCell.Of)));
        }
        while (await all.MoveNextAsync());
    }

    private static async Task WriteListAsync(Stream file, IAsyncEnumerator<EventView> all)
    {
        using var json = new Utf8JsonWriter(file, Written);
        json.WriteStartArray();
        do
        {
            JsonSerializer.Serialize(json, all.Current, JsonSerializerOptions.Web);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }
        while (await all.MoveNextAsync());
        json.WriteEndArray();
    }

    private async IAsyncEnumerable<EventView> EachAsync(string tenant, IReadOnlyCollection<string> types, DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0L; await events.PageAsync(tenant, after, Page, types, until, ct) is { Count: > 0 } page; after = page[^1].Position)
        {
            foreach (var e in page)
                yield return EventView.Of(e);
        }
    }

    private static IEnumerable<string> Members(Type e) => e.GetConstructors()[0].GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).Where(name => !Common.Contains(name));

    private static string? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static string Time(DateTimeOffset time) => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Extension(ExportForm form) => form switch
    {
        ExportForm.Markdown => "md",
        ExportForm.Csv => "csv",
        _ => "json",
    };

    private static ZipArchiveEntry Entry(ZipArchive archive, string name) => archive.CreateEntry(name, CompressionLevel.Fastest);
}

using System.Text.Json;
using System.Text.Unicode;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Reads the lines of a journal file, and refuses what is not exactly of the format. A refusal never holds what the line says.</summary>
public static class JournalFileReader
{
    private static readonly Refusal NoHeader = Refusal.Invalid(
        "import.format", $"The first line is not that of a journal file: {{\"format\":\"{JournalFileHeader.Format}\",\"version\":{JournalFileHeader.Version},\"person\":{{\"handle\":...,\"zone\":...}}}}.");

    /// <summary>The first line. Properties that later versions may add are passed over.</summary>
    public static (JournalFileHeader? Header, Refusal? Refusal) ReadHeader(ReadOnlyMemory<byte> line)
    {
        using var document = Parse(line);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root } || LineFields.Text(root, "format") != JournalFileHeader.Format)
            return (null, NoHeader);
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != JournalFileHeader.Version)
            return (null, Refusal.Invalid("import.version", $"The file does not say that it is of version {JournalFileHeader.Version}, the one that can be read."));
        return root.TryGetProperty("person", out var person) && person.ValueKind == JsonValueKind.Object
            && LineFields.Text(person, "handle") is { Length: > 0 } handle && LineFields.Text(person, "zone") is { Length: > 0 } zone
            ? (new(handle, zone, LineFields.Text(root, "about")), null)
            : (null, NoHeader);
    }

    /// <summary>A line with an event.</summary>
    public static (JournalFileLine? Line, Refusal? Refusal) ReadEvent(ReadOnlyMemory<byte> line)
    {
        using var document = Parse(line);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root })
            return (null, Refusal.Invalid("import.line", "It is not one JSON object in UTF-8."));
        return new LineFields(root).Read();
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return Utf8.IsValid(line.Span) ? JsonDocument.Parse(line, JournalFileJson.Reading) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.Unicode;

namespace Journal.Web.Interchange.Sources;

/// <summary>The items of a JSON array, one at a time, however long it is: the array that the text is, or the one under a name at its top.</summary>
internal sealed class JsonItems
{
    private const int First = 1 << 16;
    private const int MostItem = 16 << 20;
    private const int MostItems = 1_000_000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Depth };
    private const int Depth = 64;

    private readonly Stream stream;
    private readonly string? name;
    private byte[] buffer = new byte[First];
    private int start;
    private int end;
    private bool isLast;
    private bool isNamed;
    private int depth = -1;
    private int line = 1;
    private JsonReaderState state = new(new() { MaxDepth = Depth });

    private JsonItems(Stream stream, string? name) => (this.stream, this.name) = (stream, name);

    /// <param name="stream">UTF-8.</param>
    /// <param name="name">The name it stands under; an array at the top is taken whatever the name.</param>
    /// <returns>Each item with the line it begins on. It holds until the next one is taken.</returns>
    /// <exception cref="ImportFailedException"><c>import.json</c> or <c>import.size</c>.</exception>
    public static IEnumerable<(int Line, JsonElement Item)> Read(Stream stream, string? name)
    {
        var items = new JsonItems(stream, name);
        items.Begin();
        for (var count = 0; items.Next() is var (line, item);)
        {
            using (item)
            {
                yield return ++count <= MostItems ? (line, item.RootElement) : throw new ImportFailedException("import.size", $"The file has more than {MostItems} items.");
            }
        }
    }

    private void Begin()
    {
        Fill();
        if (buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8))
            start += 3;
    }

    private (int Line, JsonDocument Item)? Next()
    {
        try
        {
            while (true)
            {
                if (Step(out var item) is { } at)
                    return (at, item!);
                if (isLast && item is null && start == end)
                    return null;
                if (isLast)
                    throw new ImportFailedException("import.json", $"Line {line}: the JSON ends too early.");
                Fill();
            }
        }
        catch (JsonException malformed)
        {
            throw new ImportFailedException("import.json", $"Line {line + (malformed.LineNumber ?? 0)}: it is not the JSON that is expected.", malformed);
        }
    }

    // The line of the next item; null where what is read of the file holds no more whole one.
    private int? Step(out JsonDocument? item)
    {
        item = null;
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, state);
        while (true)
        {
            var (before, then) = ((int)reader.BytesConsumed, reader.CurrentState);
            if (!reader.Read())
            {
                Take((int)reader.BytesConsumed, reader.CurrentState);
                if (isLast)
                    start = end;
                return null;
            }

            if (depth < 0)
            {
                Look(ref reader);
            }
            else if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth)
            {
                depth = int.MaxValue;
            }
            else if (depth < int.MaxValue)
            {
                var first = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    Take(before, then);
                    return null;
                }

                var at = line + Lines(start, first);
                var bytes = buffer.AsMemory(start + first, (int)reader.BytesConsumed - first).ToArray();
                item = Utf8.IsValid(bytes) ? JsonDocument.Parse(bytes, Options) : throw new ImportFailedException("text.encoding", $"Line {at}: the text is not UTF-8.");
                Take((int)reader.BytesConsumed, reader.CurrentState);
                return at;
            }
        }
    }

    private void Look(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray && (reader.CurrentDepth == 0 || (isNamed && reader.CurrentDepth == 1)))
            depth = reader.CurrentDepth;
        isNamed = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && name is not null && reader.ValueTextEquals(name);
    }

    private void Take(int bytes, JsonReaderState then)
    {
        line += Lines(start, bytes);
        start += bytes;
        state = then;
    }

    private int Lines(int from, int length) => buffer.AsSpan(from, length).Count((byte)'\n');

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MostItem)
                throw new ImportFailedException("import.size", $"Line {line}: an item is longer than {MostItem >> 20} MiB.");
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var got = stream.Read(buffer.AsSpan(end));
        end += got;
        isLast = got == 0;
    }
}

using Journal.Facts;
using Journal.Web.Interchange.JournalFiles;

namespace Journal.Tests.Seeds;

/// <summary>A sample journal as it stands in the repository.</summary>
internal sealed class SeedFile
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private SeedFile(string name)
    {
        Bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Seeds", "Files", name + ".ndjson"));
        Lines = [.. Split(Bytes).Skip(1).Select(Read)];
        Facts = new(Lines.Count, Fold(Lines).Values);
    }

    public static SeedFile Consultant { get; } = new("consultant");

    public static SeedFile Founder { get; } = new("founder");

    public byte[] Bytes { get; }

    public IReadOnlyList<JournalFileLine> Lines { get; }

    public JournalFacts Facts { get; }

    public JournalFileHeader? Header => JournalFileReader.ReadHeader(Split(Bytes).First()).Header;

    /// <summary>What the file's own rules say against it.</summary>
    public IEnumerable<string> Refusals()
    {
        var order = new LineOrder(Now);
        return Lines.Select((line, i) => (Line: i + 2, Refusal: order.Check(line.Data))).Where(one => one.Refusal is not null).Select(one => $"{one.Line}: {one.Refusal}");
    }

    private static JournalFileLine Read(ReadOnlyMemory<byte> bytes, int index)
    {
        var (line, refusal) = JournalFileReader.ReadEvent(bytes);
        Assert.True(line is not null, $"line {index + 2}: {refusal}");
        return line;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Split(byte[] bytes)
    {
        for (int start = 0, end; start < bytes.Length; start = end + 1)
        {
            end = Array.IndexOf(bytes, (byte)'\n', start);
            yield return bytes.AsMemory(start, end - start);
        }
    }

    private static Dictionary<Guid, Fact> Fold(IReadOnlyList<JournalFileLine> lines)
    {
        var facts = new Dictionary<Guid, Fact>();
        foreach (var line in lines)
        {
            var key = FactFold.Place(line.Data)!.Value.Key();
            if (FactFold.Apply(facts.GetValueOrDefault(key), line.Data, line.Id, () => null) is { } fact)
                facts[key] = fact;
            else
                facts.Remove(key);
        }

        return facts;
    }
}

using System.Text;

namespace Journal.Cli.Beside;

/// <summary>A line as a terminal hands it to a running server.</summary>
internal sealed record TypedLine
{
    private const int MostWords = 1000;
    private const int MostLetters = 1 << 20;

    /// <summary>The build it comes from: another one may mean something else by it.</summary>
    public required string Build { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Those of the environment that lines are read by.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>What the system there calls its time zone.</summary>
    public required string Zone { get; init; }

    public required bool IsOutputPlain { get; init; }

    public required bool IsErrorPlain { get; init; }

    /// <summary>Columns of the screen; 0 where there is none.</summary>
    public required int Width { get; init; }

    /// <summary>Tells it from every other line.</summary>
    public required Guid Id { get; init; }

    public void Write(BinaryWriter to)
    {
        to.Write(Build);
        to.Write(Words.Count);
        foreach (var word in Words)
            to.Write(word);
        to.Write(Variables.Count);
        foreach (var (name, value) in Variables)
        {
            to.Write(name);
            to.Write(value);
        }

        to.Write(Zone);
        to.Write(IsOutputPlain);
        to.Write(IsErrorPlain);
        to.Write(Width);
        to.Write(Id.ToByteArray());
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">It is cut off.</exception>
    public static TypedLine Read(BinaryReader from)
    {
        try
        {
            return Line(from);
        }
        catch (Exception none) when (none is FormatException or ArgumentException)
        {
            throw new InvalidDataException("This is no line.", none);
        }
    }

    private static TypedLine Line(BinaryReader from) => new()
    {
        Build = Text(from),
        Words = [.. Many(from).Select(_ => Text(from))],
        Variables = Many(from).Select(_ => (Name: Text(from), Value: Text(from))).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal),
        Zone = Text(from),
        IsOutputPlain = from.ReadBoolean(),
        IsErrorPlain = from.ReadBoolean(),
        Width = from.ReadInt32(),
        Id = new(from.ReadBytes(16)),
    };

    private static IEnumerable<int> Many(BinaryReader from) => from.ReadInt32() is >= 0 and <= MostWords and var count ? Enumerable.Range(0, count) : throw new InvalidDataException();

    private static string Text(BinaryReader from) => from.Read7BitEncodedInt() is >= 0 and <= MostLetters and var length && from.ReadBytes(length) is var bytes && bytes.Length == length
        ? Encoding.UTF8.GetString(bytes)
        : throw new InvalidDataException();
}

/// <summary>What comes back: one of these, the number of bytes in four, and the bytes.</summary>
internal enum Answered : byte
{
    /// <summary>The line was read; it is run from here on.</summary>
    Taken = 1,

    /// <summary>For standard output.</summary>
    Output = 2,

    /// <summary>For standard error.</summary>
    Error = 3,

    /// <summary>The line has ended with this exit code.</summary>
    Ended = 4,

    /// <summary>The line has to be run where it was typed.</summary>
    AtHome = 5,
}

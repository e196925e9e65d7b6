using System.Text;

namespace Journal.Web.Interchange.Sources;

/// <summary>Text of another application: UTF-8, or UTF-16 where its mark says so. Bytes that are neither are refused: guessing an encoding changes names without a word.</summary>
internal static class SourceText
{
    // With a preamble to look for, the reader stays with this encoding behind one; without, it would go over to a lenient one.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static bool IsWide(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    public static Stream Narrow(Stream wide, bool isBigEndian) => Encoding.CreateTranscodingStream(wide, new UnicodeEncoding(isBigEndian, byteOrderMark: true, throwOnInvalidBytes: true), Strict);

    public static StreamReader Reader(Stream stream) => new(stream, Strict, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 14);
}

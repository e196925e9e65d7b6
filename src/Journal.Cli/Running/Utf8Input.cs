using System.Text;

namespace Journal.Cli.Running;

/// <summary>Text that comes in as bytes: UTF-8, or refused. A letter that was lost on the way would be lost for ever.</summary>
internal static class Utf8Input
{
    private const int MostBytes = 1 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All of standard input.</summary>
    public static async Task<string> ReadAsync(CancellationToken ct)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = await input.ReadAsync(buffer, ct)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
                throw new VerbException(ExitCode.Refused, "text.length", $"More than {MostBytes / 1024} KiB came in.");
        }

        return Text(bytes.ToArray());
    }

    /// <summary>The text that bytes are, without a byte order mark.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new VerbException(ExitCode.Refused, "text.encoding", "What came in is not UTF-8. iconv -t UTF-8 makes it so.");
        }
    }

    /// <summary>Refuses a command line that is not UTF-8: by now its letters have been replaced, and only the system still has them.</summary>
    public static void CheckArguments(string[] args)
    {
        if (Array.Exists(args, word => word.Contains('\uFFFD', StringComparison.Ordinal)) && OperatingSystem.IsLinux())
            Text(File.ReadAllBytes("/proc/self/cmdline"));
    }
}

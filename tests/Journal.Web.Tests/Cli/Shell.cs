using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Journal.Web.Tests.Cli;

/// <summary>A POSIX shell in which <c>journal</c> is the command line in this process: what a document shows is run as it stands, without a process a line.</summary>
internal sealed class Shell : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly StringBuilder messages = new();
    private readonly string database;
    private readonly string[] more;
    private readonly Task answering;

    /// <param name="database">Where the journal is.</param>
    /// <param name="more">Words that each line ends with, as if they had been typed.</param>
    public Shell(string database, params string[] more)
    {
        (this.database, this.more) = (database, more);
        listener.Start();
        answering = AnswerAsync();
    }

    public async Task<Ran> RunAsync(string script)
    {
        // The count of the words, then the words, each ended by a zero byte; back come the exit code and what was said.
        var journal = $$"""
            journal() {
              local code
              exec 3<>/dev/tcp/127.0.0.1/{{((IPEndPoint)listener.LocalEndpoint).Port}}
              printf '%s\0' "$#" "$@" >&3
              IFS= read -r code <&3
              cat <&3
              exec 3>&-
              return "$code"
            }
            """;
        var call = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", $"{journal}\n{script}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(call)!;
        var (output, told) = (shell.StandardOutput.ReadToEndAsync(Ct), shell.StandardError.ReadToEndAsync(Ct));
        await shell.WaitForExitAsync(Ct);
        return new(shell.ExitCode, await output, await told + messages);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await answering;
        listener.Dispose();
        end.Dispose();
    }

    private async Task AnswerAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var asked = await listener.AcceptTcpClientAsync(end.Token);
                await using var stream = asked.GetStream();
                var ran = await InThisProcess.RunAsync(database, [.. await WordsAsync(stream), .. more]);
                messages.Append(ran.Messages);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ran.ExitCode}\n{ran.Output}")), end.Token);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<string[]> WordsAsync(NetworkStream stream)
    {
        var (bytes, page) = (new MemoryStream(), new byte[4096]);
        while (true)
        {
            var words = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Split('\0');
            if (words.Length > 1 && int.Parse(words[0], CultureInfo.InvariantCulture) is var count && words.Length == count + 2)
                return words[1..^1];
            var read = await stream.ReadAsync(page, end.Token);
            if (read == 0)
                throw new EndOfStreamException("The shell sent half a line.");
            bytes.Write(page, 0, read);
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

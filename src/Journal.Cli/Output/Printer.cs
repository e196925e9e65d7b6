using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Reports;
using Spectre.Console;

namespace Journal.Cli.Output;

/// <summary>Answers on standard output, either for a person or as one JSON document; everything else on standard error.</summary>
internal sealed class Printer(bool json)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Unbounded = 400;

    /// <summary>Whether nobody sits at a terminal, whatever this process is connected to: tests catch what is said.</summary>
    internal static bool IsCaught { get; set; }

    /// <summary>For messages and progress; they never mix with an answer.</summary>
    public static IAnsiConsole Messages { get; } = Guarded(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    public bool IsJson => json;

    /// <summary>Standard output, for what is written as bytes.</summary>
    public static Stream Output() => IsCaught ? new CaughtOutput() : Console.OpenStandardOutput();

    /// <summary>Prints an answer in the form that was asked for.</summary>
    public void Answer<T>(T answer, JsonTypeInfo<T> info, Action<IAnsiConsole> write)
    {
        if (json)
        {
            Write(writer => JsonSerializer.Serialize(writer, answer, info));
        }
        else
        {
            write(Terminal());
        }
    }

    /// <summary>A bar while something long goes on, where somebody may be watching.</summary>
    public static async Task<T> WatchAsync<T>(string what, Func<Action<double, double>, Task<T>> work)
    {
        if (IsCaught || Console.IsErrorRedirected)
        {
            return await work((_, _) => { });
        }

        return await Messages.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(what));
                return await work((done, of) => task.MaxValue(of).Value(done));
            });
    }

    /// <summary>Says why a verb did nothing: always in words, and as a document too where answers are documents.</summary>
    public static void Fail(string code, string message, bool json)
    {
        if (json)
        {
            Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("error");
                writer.WriteString("code", code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
        }

        Tell($"journal: {message} [{code}]", "red");
    }

    /// <summary>Says something that the person should know and that stops nothing.</summary>
    public static void Warn(string warning) => Tell($"journal: {warning}", "yellow");

    // Into a file a message is one line, however long; a terminal gets its colour.
    private static void Tell(string message, string colour)
    {
        if (IsCaught || Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(Printable.Line(message));
        }
        else
        {
            Messages.MarkupLine($"[{colour}]{Saying.Cell(message)}[/]");
        }
    }

    // Into a pipe or a file there is no width to fit and nothing that understands colours.
    private static IAnsiConsole Terminal()
    {
        var isPlain = IsCaught || Console.IsOutputRedirected;
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect });
        if (isPlain)
        {
            terminal.Profile.Width = Unbounded;
        }

        return Guarded(terminal);
    }

    private static IAnsiConsole Guarded(IAnsiConsole console)
    {
        console.Pipeline.Attach(new Escaped());
        return console;
    }

    private static void Write(Action<Utf8JsonWriter> write)
    {
        using var stdout = Output();
        using (var writer = new Utf8JsonWriter(stdout, Indented))
        {
            write(writer);
        }

        stdout.WriteByte((byte)'\n');
    }

    private sealed class CaughtOutput : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanWrite)
            {
                Console.Out.Write(Encoding.UTF8.GetString(ToArray()));
            }

            base.Dispose(disposing);
        }
    }
}

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

    /// <summary>For messages and progress; they never mix with an answer.</summary>
    public static IAnsiConsole Messages => Guarded(Terminal.Current.Screen(ofErrors: true));

    public bool IsJson => json;

    /// <summary>Prints an answer in the form that was asked for.</summary>
    public void Answer<T>(T answer, JsonTypeInfo<T> info, Action<IAnsiConsole> write)
    {
        if (json)
        {
            Write(writer => JsonSerializer.Serialize(writer, answer, info));
        }
        else
        {
            write(Guarded(Terminal.Current.Screen()));
        }
    }

    /// <summary>A bar while something long goes on, where somebody may be watching.</summary>
    public static async Task<T> WatchAsync<T>(string what, Func<Action<double, double>, Task<T>> work)
    {
        if (Terminal.Current.IsErrorPlain)
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
        if (Terminal.Current.IsErrorPlain)
        {
            Terminal.Current.Error.WriteLine(Printable.Line(message));
        }
        else
        {
            Messages.MarkupLine($"[{colour}]{Saying.Cell(message)}[/]");
        }
    }

    private static IAnsiConsole Guarded(IAnsiConsole console)
    {
        console.Pipeline.Attach(new Escaped());
        return console;
    }

    private static void Write(Action<Utf8JsonWriter> write)
    {
        using var stdout = Terminal.OpenOutput();
        using (var writer = new Utf8JsonWriter(stdout, Indented))
        {
            write(writer);
        }

        stdout.WriteByte((byte)'\n');
    }
}

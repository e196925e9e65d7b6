using Journal.Reports;
using Spectre.Console;

namespace Journal.Cli.Output;

/// <summary>What is said to a person, one line at a time: no title can begin another.</summary>
internal static class Saying
{
    private const int ShortId = 8;

    /// <summary>One line.</summary>
    public static void Say(this IAnsiConsole console, string line) => console.WriteLine(Printable.Line(line));

    /// <summary>What somebody wrote, as a cell of a table or between the marks of a line.</summary>
    public static string Cell(string text) => Markup.Escape(Printable.Line(text));

    /// <summary>An id as a person can type it: the end of it, for the beginnings of ids that were made in one hour are alike.</summary>
    public static string Short(Guid id) => id.ToString("N")[^ShortId..];

    /// <summary>A text, cut where it is longer than can be taken in at a glance.</summary>
    public static string Glance(string text, int most = 60) => Printable.Line(text) is { } line && line.Length > most ? line[..(most - 1)].TrimEnd() + "…" : Printable.Line(text);
}

using System.CommandLine;
using System.Globalization;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Today;
using Spectre.Console;

namespace Journal.Cli.Reading;

/// <summary>journal today [--day DAY]</summary>
internal static class TodayVerb
{
    public static Command Create()
    {
        var day = new Option<string?>("--day", "-d") { Description = "The day, such as yesterday or 2026-01-05; today when left out." };
        return CommandLine.Verb("today", "Where things stand, and what the day waits for.", [day], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var asked = Session.At(args.GetValue(day), author) is { } at ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            var (answer, refusal) = await (await session.GetAsync<TodayQueries>(ct)).ReadAsync(author, asked, ct);
            if (answer is null)
                throw VerbException.Of(refusal!);
            session.Printer.Answer(answer, ReadingJson.Default.TodayAnswer, console => Write(console, answer));
            return ExitCode.Done;
        });
    }

    private static void Write(IAnsiConsole console, TodayAnswer today)
    {
        console.Say(today.Day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture));
        console.Say(today.Standing);
        if (today.Warning is { } warning)
        {
            console.Say($"Warning: {warning}");
        }

        Section(console, "To do", today.Practices.Where(practice => practice.Waits), practice => [practice.Title, practice.Progress]);
        Section(console, "Said", today.Practices.Where(practice => practice.Recorded.Count > 0), practice => [practice.Title, string.Join("; ", practice.Recorded.Select(outcome => outcome.Words))]);
        Section(console, "To decide", today.Decisions, decision => [decision.Question, $"open since {decision.Since:yyyy-MM-dd}"]);
        Section(console, "Committed to", today.Commitments, commitment => [commitment.Title, commitment.Due is { } due ? $"due {due:yyyy-MM-dd}" : null]);
        if (today.Question is { } question)
        {
            Section(console, "A question for today", question.Beside.Prepend(question.Text), line => [line]);
        }
    }

    private static void Section<T>(IAnsiConsole console, string heading, IEnumerable<T> lines, Func<T, IEnumerable<string?>> words)
    {
        var said = lines.Select(line => "  " + string.Join("  ", words(line).OfType<string>())).ToList();
        if (said.Count > 0)
        {
            console.WriteLine();
            console.Say(heading);
            said.ForEach(console.Say);
        }
    }
}

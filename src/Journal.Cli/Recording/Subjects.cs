using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>What is recorded, by what a person calls it: its id, the end of its id, its title or how its title begins.</summary>
internal static class Subjects
{
    private const int ShortestId = 4;
    private const int Shown = 5;

    /// <summary>How such an argument is described.</summary>
    public const string Ways = "Its id, short or whole, or the beginning of its title.";

    /// <summary>The id of a subject of a kind; it must be the only one that answers to what was typed.</summary>
    public static async Task<Guid> FindAsync(Session session, string kind, string named, CancellationToken ct) => Guid.TryParse(named, out var id)
        ? id
        : Only([.. (await ReadAsync(session, kind, ct)).Select(one => (one.Id, one.Title))], named, kind);

    /// <summary>The same with its title; null where its whole id was given.</summary>
    public static async Task<(Guid Id, string? Title)> FindNamedAsync(Session session, string kind, string named, CancellationToken ct)
    {
        if (Guid.TryParse(named, out var id))
            return (id, null);
        var all = await ReadAsync(session, kind, ct);
        var found = Only([.. all.Select(one => (one.Id, one.Title))], named, kind);
        return (found, all.First(one => one.Id == found).Title);
    }

    /// <summary>The id of a subject of any kind.</summary>
    public static async Task<Guid> FindAnyAsync(Session session, string named, CancellationToken ct) => Guid.TryParse(named, out var id)
        ? id
        : Only([.. (await FactsAsync(session, ct)).Of<Fact>().Select(fact => (fact.Id, fact.Heading ?? ""))], named, "subject");

    /// <summary>The id of an event.</summary>
    public static async Task<Guid> FindEventAsync(Session session, string named, CancellationToken ct)
    {
        if (Guid.TryParse(named, out var id))
            return id;
        var events = await (await session.GetAsync<PersonEvents>(ct)).ReadAsync(Author.TenantOf((await session.ReaderAsync(ct)).Id), null, ct);
        return Only([.. events.Select(e => (e.Id, ""))], named, "event");
    }

    /// <summary>The aim that was named; null when none was.</summary>
    public static async Task<Guid?> AimAsync(Session session, string? named, CancellationToken ct) => named is null ? null : await FindAsync(session, "aim", named, ct);

    public static Command List(string kind) => CommandLine.Verb("list", $"Every {kind}, with its id.", [], async (session, _, ct) =>
    {
        Write(session, kind, await ReadAsync(session, kind, ct));
        return ExitCode.Done;
    });

    /// <summary>journal outcome list [PRACTICE]</summary>
    public static Command ListOutcomes()
    {
        var practice = new Argument<string?>("practice") { Description = "Only those of this practice: its id, short or whole, or the beginning of its title.", Arity = ArgumentArity.ZeroOrOne };
        return CommandLine.Verb("list", "Every outcome, with its id.", [practice], async (session, args, ct) =>
        {
            var only = args.GetValue(practice) is { } named ? await FindAsync(session, "practice", named, ct) : (Guid?)null;
            var facts = await FactsAsync(session, ct);
            var titles = facts.Of<PracticeFact>().ToDictionary(one => one.Id, one => one.Title);
            var outcomes = facts.Of<OutcomeFact>().Where(outcome => only is null || outcome.PracticeId == only);
            Write(session, "outcome", [.. outcomes.Select(outcome => SubjectLine.Of(outcome, titles.GetValueOrDefault(outcome.PracticeId, "")))]);
            return ExitCode.Done;
        });
    }

    private static void Write(Session session, string kind, List<SubjectLine> subjects)
    {
        session.Printer.Answer(new SubjectsAnswer(subjects), RecordingJson.Default.SubjectsAnswer, console =>
        {
            var table = new Table().AddColumns("id", kind, "since", "");
            var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            foreach (var subject in subjects)
            {
                table.AddRow(Saying.Short(subject.Id), Saying.Cell(subject.Title), subject.Since.ToString("O"), Saying.Cell(subject.Since > today ? $"{subject.Detail} (in the future)".TrimStart() : subject.Detail));
            }

            console.Write(table);
        });
    }

    // The whole title comes before the id, and that before the beginning of a title.
    /// <summary>The one that answers to what was typed.</summary>
    public static Guid Only(IReadOnlyList<(Guid Id, string Title)> all, string named, string kind)
    {
        var list = kind is "subject" or "event" ? "journal history" : $"journal {kind} list";
        IEnumerable<List<(Guid Id, string Title)>> ways =
        [
            [.. all.Where(one => string.Equals(one.Title, named, StringComparison.OrdinalIgnoreCase))],
            [.. all.Where(one => IsShort(one.Id, named))],
            [.. all.Where(one => one.Title.StartsWith(named, StringComparison.OrdinalIgnoreCase))],
        ];
        return ways.FirstOrDefault(way => way.Count > 0) switch
        {
            null => throw new VerbException(ExitCode.NotFound, $"{kind}.unknown", $"There is no {kind} of that name or id.{Nearest.Hint(named, all.Select(one => one.Title).Distinct())} {list} shows them."),
            [var only] => only.Id,
            var several => throw new VerbException(
                ExitCode.Refused,
                $"{kind}.ambiguous",
                $"{several.Count} {kind}s answer to that: {string.Join(", ", several.Take(Shown).Select(one => $"{Saying.Glance(one.Title, 40)} {Saying.Short(one.Id)}".TrimStart()))}{(several.Count > Shown ? " and more" : "")}. Give the id."),
        };
    }

    private static bool IsShort(Guid id, string typed)
    {
        var digits = typed.Replace("-", "", StringComparison.Ordinal);
        return digits.Length is >= ShortestId and <= 32 && id.ToString("N") is var whole
            && (whole.EndsWith(digits, StringComparison.OrdinalIgnoreCase) || whole.StartsWith(digits, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<List<SubjectLine>> ReadAsync(Session session, string kind, CancellationToken ct) =>
        [.. (await FactsAsync(session, ct)).Of<Fact>().Where(fact => fact.Kind == kind).Select(fact => SubjectLine.Of(fact))];

    private static async Task<JournalFacts> FactsAsync(Session session, CancellationToken ct)
    {
        var person = await session.ReaderAsync(ct);
        return await (await session.GetAsync<FactsReader>(ct)).ReadAsync(person.Id, knownAt: null, ct);
    }
}

internal sealed record SubjectsAnswer(IReadOnlyList<SubjectLine> Subjects);

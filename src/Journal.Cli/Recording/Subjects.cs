using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Facts;
using Spectre.Console;

namespace Journal.Cli.Recording;

/// <summary>Aims, practices, beliefs and interventions by what a person calls them.</summary>
internal static class Subjects
{
    /// <summary>The id of a subject, given its id or the beginning of its title; it must be the only one.</summary>
    public static async Task<Guid> FindAsync(Session session, string kind, string named, CancellationToken ct)
    {
        if (Guid.TryParse(named, out var id))
        {
            return id;
        }

        return Named([.. (await ReadAsync(session, kind, ct)).Select(one => (one.Id, one.Title))], named) switch
        {
            [var only] => only,
            [] => throw new VerbException(ExitCode.NotFound, $"{kind}.unknown", $"There is no {kind} of that name. journal {kind} list shows them."),
            var several => throw new VerbException(ExitCode.Refused, $"{kind}.ambiguous", $"{several.Count} {kind}s begin so; give the id. journal {kind} list shows them."),
        };
    }

    /// <summary>The id of a subject of any sort that has a name of its own.</summary>
    public static async Task<Guid> FindAnyAsync(Session session, string named, CancellationToken ct)
    {
        if (Guid.TryParse(named, out var id))
        {
            return id;
        }

        var person = await session.PersonAsync(ct);
        var facts = await (await session.GetAsync<FactsReader>(ct)).ReadAsync(person.Id, knownAt: null, ct);
        return Named([.. facts.Of<Fact>().Where(fact => fact.Heading is not null).Select(fact => (fact.Id, fact.Heading!))], named) switch
        {
            [var only] => only,
            [] => throw new VerbException(ExitCode.NotFound, "subject.unknown", "Nothing of that name is recorded."),
            var several => throw new VerbException(ExitCode.Refused, "subject.ambiguous", $"{several.Count} subjects begin so; give the id."),
        };
    }

    // The whole name comes before the beginning of one.
    private static List<Guid> Named(IReadOnlyList<(Guid Id, string Title)> all, string named)
    {
        var whole = all.Where(one => string.Equals(one.Title, named, StringComparison.OrdinalIgnoreCase)).Select(one => one.Id).ToList();
        return whole.Count > 0 ? whole : [.. all.Where(one => one.Title.StartsWith(named, StringComparison.OrdinalIgnoreCase)).Select(one => one.Id)];
    }

    public static Command List(string kind) => CommandLine.Verb("list", $"Every {kind}, with its id.", [], async (session, _, ct) =>
    {
        var subjects = await ReadAsync(session, kind, ct);
        session.Printer.Answer(new SubjectsAnswer(subjects), AnswersJson.Default.SubjectsAnswer, console =>
        {
            var table = new Table().AddColumns("id", kind, "since", "");
            foreach (var subject in subjects)
            {
                table.AddRow(subject.Id.ToString(), Markup.Escape(subject.Title), subject.Since.ToString("O"), Markup.Escape(subject.Detail));
            }

            console.Write(table);
        });
        return ExitCode.Done;
    });

    private static async Task<List<SubjectLine>> ReadAsync(Session session, string kind, CancellationToken ct)
    {
        var person = await session.PersonAsync(ct);
        var facts = await (await session.GetAsync<FactsReader>(ct)).ReadAsync(person.Id, knownAt: null, ct);
        return [.. facts.Of<Fact>().Where(fact => fact.Kind == kind).Select(SubjectLine.Of)];
    }
}

internal sealed record SubjectsAnswer(IReadOnlyList<SubjectLine> Subjects);

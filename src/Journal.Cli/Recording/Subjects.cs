using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Reports.Facts;
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

        var all = await ReadAsync(session, kind, ct);
        var found = all.Where(one => string.Equals(one.Title, named, StringComparison.OrdinalIgnoreCase)).ToList();
        found = found.Count > 0 ? found : [.. all.Where(one => one.Title.StartsWith(named, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var only] => only.Id,
            [] => throw new VerbException(ExitCode.NotFound, $"{kind}.unknown", $"There is no {kind} of that name. journal {kind} list shows them."),
            _ => throw new VerbException(ExitCode.Refused, $"{kind}.ambiguous", $"{found.Count} {kind}s begin so; give the id. journal {kind} list shows them."),
        };
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
        var facts = await (await session.GetAsync<FactsReader>(ct)).ReadAsync(person.Id, [kind], ct);
        return [.. facts.Of<Fact>().Select(SubjectLine.Of)];
    }
}

internal sealed record SubjectsAnswer(IReadOnlyList<SubjectLine> Subjects);

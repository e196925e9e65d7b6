using System.CommandLine;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Sharing;
using Journal.Web.TimeTravel;

namespace Journal.Cli.Reading;

/// <summary>journal compare</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var (report, a, b) = (ReportName.Argument(), new ReportOptions("a"), new ReportOptions("b"));
        var with = new Option<string?>("--with") { Description = "Another person's handle, as b: only figures about no single subject, without events, titles or days." };
        return CommandLine.Verb("compare", "One report asked in two ways: which figures moved from a to b, and because of which events.", [report, with, .. a.All, .. b.All], async (session, args, ct) =>
        {
            if (args.GetValue(with) is { } other)
            {
                return await WithAsync(session, ReportName.Find(args.GetValue(report)), other, a, b, args, ct);
            }

            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.ReadingAuthorAsync(ct));
            var (before, after) = (await a.ReadAsync(session, author, args, ct), await b.ReadAsync(session, author, args, ct));
            var comparison = await (await session.GetAsync<TimeTravelQueries>(ct)).CompareAsync(kind, author.Person, before, after, ct);
            session.Printer.Answer(comparison, ReportsJson.Default.ReportComparison, console => ChangesText.Write(console, comparison));
            return ExitCode.Done;
        });
    }

    // Whoever runs this can read the whole database, with or without a grant; the other person sees that it was done.
    private static async Task<int> WithAsync(Session session, ReportKind kind, string handle, ReportOptions a, ReportOptions b, ParseResult args, CancellationToken ct)
    {
        var author = await session.ReadingAuthorAsync(ct);
        var other = await (await session.GetAsync<PeopleRegistry>(ct)).FindAsync(handle, ct) ?? throw await Session.UnknownAsync(await session.GetAsync<PeopleRegistry>(ct), handle, ct);
        var (ofA, ofB) = (await a.ReadAsync(session, author, args, ct), await b.ReadAsync(session, other.As("cli"), args, ct));
        if (other.Id != author.Person)
        {
            await session.NoteReadAsync(other, ct);
            await (await session.GetAsync<Grants>(ct)).NoteAsync(other.Id, author.Person, null, $"compare/{kind.Name}", ct);
        }

        var comparison = await (await session.GetAsync<TimeTravelQueries>(ct)).ComparePeopleAsync(kind, author.Person, ofA, other.Id, ofB, ct);
        session.Printer.Answer(comparison, ReportsJson.Default.PeopleComparison, console => PeopleText.Write(console, comparison, session.Handle, handle));
        return ExitCode.Done;
    }
}

using Journal.EventStore;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Lines as appends: those that follow one another on the same stream go together.</summary>
internal static class Runs
{
    public static IEnumerable<StreamAppend> Of(string tenant, IReadOnlyList<JournalFileLine> lines)
    {
        for (int start = 0, end; start < lines.Count; start = end)
        {
            var stream = lines[start].Data.SubjectId;
            for (end = start + 1; end < lines.Count && lines[end].Data.SubjectId == stream; end++)
            {
            }

            yield return new(tenant, stream, ExpectedVersion.Any, [.. lines.Skip(start).Take(end - start).Select(line => line.ToNewEvent())], Aggregate(lines[start].Data));
        }
    }

    // Only what begins a subject names its kind; a stream that is there keeps what it has.
    private static string? Aggregate(IJournalEvent first) => FactKinds.BegunBy(first.GetType()) is { } kind ? StoredName.Of(kind.State!) : null;
}

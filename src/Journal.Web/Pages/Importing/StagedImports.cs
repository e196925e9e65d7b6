using System.Collections.Concurrent;
using Journal.Facts;
using Journal.Web.Interchange;

namespace Journal.Web.Pages.Importing;

/// <summary>Files that somebody looks at before they are imported: one for each person, for half an hour.</summary>
internal sealed class StagedImports : IDisposable
{
    private const int Most = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<Guid, StagedImport> files = [];
    private readonly TimeProvider clock;

    public StagedImports(TimeProvider clock, PersonEvents events)
    {
        this.clock = clock;
        events.Forgotten += Forget;
    }

    /// <summary>Keeps a file instead of the one that the person looked at before; null where too many others do.</summary>
    public StagedImport? Keep(Guid person, Upload file)
    {
        var now = clock.GetUtcNow();
        foreach (var (other, old) in files.Where(one => one.Value.Until < now || one.Key == person))
        {
            if (files.TryRemove(new(other, old)))
                old.File.Dispose();
        }

        var staged = new StagedImport(Guid.NewGuid(), file, now + Kept);
        if (files.Count < Most && files.TryAdd(person, staged))
            return staged;
        file.Dispose();
        return null;
    }

    /// <summary>The person's file; null where it is gone.</summary>
    public StagedImport? Find(Guid person, string? id) =>
        files.TryGetValue(person, out var staged) && staged.Id.ToString("D") == id && staged.Until > clock.GetUtcNow() ? staged : null;

    /// <summary>Lets go of a file.</summary>
    public void Drop(Guid person, StagedImport staged)
    {
        if (files.TryRemove(new(person, staged)))
            staged.File.Dispose();
    }

    private void Forget(Guid person)
    {
        if (files.TryRemove(person, out var staged))
            staged.File.Dispose();
    }

    public void Dispose()
    {
        foreach (var staged in files.Values)
            staged.File.Dispose();
        files.Clear();
    }
}

/// <param name="Id">Names it in the page that shows it.</param>
/// <param name="File">The file.</param>
/// <param name="Until">When it goes.</param>
internal sealed record StagedImport(Guid Id, Upload File, DateTimeOffset Until);

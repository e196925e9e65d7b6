using Journal.Web.Access;
using Journal.Web.Interchange.JournalFiles;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Cli.Operating;

/// <summary>The sample journals, for a first look around.</summary>
internal static class Samples
{
    /// <summary>Loads those whose person is not there yet; whoever has such a handle keeps what they have.</summary>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var (people, import) = (services.GetRequiredService<PeopleRegistry>(), services.GetRequiredService<NdjsonImport>());
        foreach (var file in Files())
        {
            var header = await NdjsonImport.ReadHeaderAsync(file, ct);
            if (await people.FindAsync(header.Handle, ct) is null && await people.EnsureAsync(header.Handle, header.Zone, ct) is { Person: { } person })
            {
                await import.RunAsync(person.Id, file, dryRun: false, progress: null, ct);
            }
        }
    }

    private static IEnumerable<string> Files() =>
        Path.Combine(AppContext.BaseDirectory, "seeds") is var folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal) : [];
}

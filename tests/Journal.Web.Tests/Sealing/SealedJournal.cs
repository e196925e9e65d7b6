using Journal.Sealing;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Sealing;

/// <summary>A served journal in which words are sealed, by a server key in a folder of its own.</summary>
public sealed class SealedJournal : ServedJournal, IDisposable
{
    private readonly DirectoryInfo folder;

    public SealedJournal(TestPostgres postgres)
        : base(postgres)
    {
        folder = Directory.CreateTempSubdirectory("journal-words-");
        KeyFile = Path.Combine(folder.FullName, "words.key");
        Options = new() { AllowedHosts = ["journal.example"], EncryptWords = true, WordsKey = new ServerKeySource(KeyFile, null) };
    }

    public string KeyFile { get; }

    public void Dispose() => folder.Delete(recursive: true);
}

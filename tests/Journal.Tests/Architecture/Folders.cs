using System.Text.RegularExpressions;

namespace Journal.Tests.Architecture;

/// <summary>How the sources lie: within a project no two folders know each other, however far the way goes.</summary>
public sealed class Folders
{
    private static readonly string[] Projects = ["Journal", "Journal.Analysis", "Journal.Reports", "Journal.Web", "Journal.Cli"];

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var project in Projects)
            {
                foreach (var folder in Known(project).Keys.Order(StringComparer.Ordinal))
                    all.Add(project, folder);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Are_known_to_none_that_they_know(string project, string folder) => Assert.DoesNotContain(folder, Reached(Known(project), folder));

    // A folder knows those whose names its files take in, by a directive or where a name is written out.
    private static Dictionary<string, string[]> Known(string project)
    {
        var root = References.Source(project);
        var files = Directory.GetFiles(root, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => (Folder: Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : "", Text: File.ReadAllText(file)))
            .Where(file => file.Folder is not ("" or "obj" or "bin" or "Internal")).ToList();
        var folders = files.Select(file => file.Folder).ToHashSet();
        var name = new Regex($@"\b{Regex.Escape(project)}\.(\w+)");
        return files.GroupBy(file => file.Folder).ToDictionary(
            folder => folder.Key,
            folder => folder.SelectMany(file => name.Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct().Where(other => other != folder.Key && folders.Contains(other)).ToArray());
    }

    private static HashSet<string> Reached(Dictionary<string, string[]> known, string folder)
    {
        var reached = new HashSet<string>();
        void Go(string from)
        {
            foreach (var next in known[from].Where(reached.Add))
                Go(next);
        }

        Go(folder);
        return reached;
    }
}

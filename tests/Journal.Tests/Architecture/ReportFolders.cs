using System.Text.RegularExpressions;

namespace Journal.Tests.Architecture;

/// <summary>How the reports lie: what all of them use knows none of them, and no two folders know each other.</summary>
public sealed partial class ReportFolders
{
    private static readonly string Root = References.Source("Journal.Reports");

    private static readonly IReadOnlyDictionary<string, string> Files =
        Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories).Where(file => Folder(file) is not ("" or "obj" or "bin")).ToDictionary(file => file, File.ReadAllText);

    private static readonly IReadOnlyDictionary<string, string[]> Known = Files.GroupBy(file => Folder(file.Key))
        .ToDictionary(folder => folder.Key, folder => folder.SelectMany(file => Uses().Matches(file.Value).Select(use => use.Groups[1].Value)).Append("Report").Distinct().Where(other => other != folder.Key).ToArray());

    public static TheoryData<string> Folders => [.. Known.Keys.Order()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_is_known_to_none_that_it_knows(string folder) => Assert.DoesNotContain(folder, Reached(folder));

    [Fact]
    public void What_every_report_uses_knows_no_report() => Assert.Empty(Files.Where(file => Folder(file.Key) == "Report").SelectMany(file => Uses().Matches(file.Value)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_report_is_named_outside_of_its_folder_in_one_line_of_the_list_of_all(string folder)
    {
        var list = File.ReadAllLines(Path.Combine(Root, "AllReports.cs"));
        foreach (var report in Files.Where(file => Folder(file.Key) == folder && file.Value.Contains("public static ReportKind Kind", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file.Key)))
        {
            Assert.Single(list, line => line.Contains($"{folder}.{report}.Kind", StringComparison.Ordinal));
            Assert.DoesNotContain(Files, file => Folder(file.Key) != folder && file.Value.Contains($"{report}.Kind", StringComparison.Ordinal));
        }
    }

    private static HashSet<string> Reached(string folder)
    {
        var reached = new HashSet<string>();
        void Go(string from)
        {
            foreach (var next in Known[from].Where(reached.Add))
            {
                Go(next);
            }
        }

        Go(folder);
        return reached;
    }

    private static string Folder(string file) => Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : "";

    [GeneratedRegex(@"^using Journal\.Reports\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex Uses();
}

using System.Xml.Linq;

namespace Journal.Tests.Architecture;

/// <summary>Which project may know which. References point downwards only, so that the domain and the numbers can be used and read alone.</summary>
public sealed class References
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Journal.Analysis"] = [],
        ["Journal.Postgres"] = [],
        ["Journal"] = [],
        ["Journal.Reports"] = ["Journal", "Journal.Analysis"],
        ["Journal.Web"] = ["Journal.Reports"],
        ["Journal.Cli"] = ["Journal.Postgres", "Journal.Web"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_is_listed() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(Source()).Select(folder => Path.GetFileName(folder)!).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_no_more_than_it_may(string project) =>
        Assert.Equal(Allowed[project], Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [InlineData("Journal.Analysis")]
    [InlineData("Journal.Reports")]
    public void The_numbers_and_the_reports_need_no_package(string project) => Assert.Empty(Items(project, "PackageReference"));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Source(), project, project + ".csproj")).Descendants(kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));

    /// <summary>The folder of a project.</summary>
    internal static string Source(string project) => Path.Combine(Source(), project);

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Journal.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the source tree."), "src");
    }
}

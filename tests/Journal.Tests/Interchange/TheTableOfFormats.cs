using System.Text.RegularExpressions;
using Journal.Tests.Architecture;
using Journal.Web.Interchange;

namespace Journal.Tests.Interchange;

/// <summary>What the documents say of formats is held to the importers that there are.</summary>
public sealed partial class TheTableOfFormats
{
    private static readonly string Docs = Path.GetFullPath(Path.Combine(SourceTree.Src, "..", "docs"));

    public static TheoryData<string> Names => [.. Importers.All.Select(importer => importer.Name)];

    [Fact]
    public void Names_each_format_once() =>
        Assert.Equal(Imports.Formats.Select(format => format.Name), Row().Matches(File.ReadAllText(Path.Combine(Docs, "import.md"))).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Leads_to_a_page_on_each(string name)
    {
        Assert.Contains($"](import/{name}.md) | `{name}` |", File.ReadAllText(Path.Combine(Docs, "import.md")), StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Docs, "import", name + ".md"));
        Assert.Contains($"`--as {name}`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_page_on_a_format_that_there_is_not() =>
        Assert.Equal(Importers.All.Select(importer => importer.Name), Directory.GetFiles(Path.Combine(Docs, "import")).Select(page => Path.GetFileNameWithoutExtension(page)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Is_of_importers_that_each_lie_in_a_folder_of_their_own() =>
        Assert.All(Importers.All, importer => Assert.Equal(importer.Name, importer.GetType().Namespace!.Split('.')[^1].ToLowerInvariant()));

    [GeneratedRegex(@"^\| \[[^\]]+\]\([^)]+\) \| `(?<name>[a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

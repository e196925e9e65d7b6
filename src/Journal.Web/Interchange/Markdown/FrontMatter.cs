using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Journal.Web.Interchange.Markdown;

/// <summary>The head of a Markdown file: names with texts or lists of texts. Read event by event: what is nested, or refers to itself, is passed over and never built.</summary>
internal sealed class FrontMatter
{
    private const int Longest = 1 << 16;
    private const string Fence = "---";

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts a text into its head and what stands below it.</summary>
    /// <returns>An empty head where there is none, and a null one where it cannot be read.</returns>
    public static (FrontMatter? Head, string Yaml, string Body) Read(string text)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal) || text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) is not (> 0 and < Longest and var end))
            return (new(), "", text);
        var yaml = text[(Fence.Length + 1)..Math.Max(end, Fence.Length + 1)];
        var below = text.IndexOf('\n', end + 1);
        var head = new FrontMatter();
        try
        {
            head.Read(new Parser(new StringReader(yaml)));
        }
        catch (YamlException)
        {
            return (null, yaml, below < 0 ? "" : text[(below + 1)..]);
        }

        return (head, yaml, below < 0 ? "" : text[(below + 1)..]);
    }

    /// <summary>The first text under the first of some names that has one.</summary>
    public string? Text(params IEnumerable<string> names) => names.Select(name => values.GetValueOrDefault(name)?.Find(text => text.Length > 0)).FirstOrDefault(text => text is not null);

    /// <summary>Every text under a name.</summary>
    public IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name) ?? [];

    private void Read(Parser parser)
    {
        var (depth, isList, key) = (0, false, (string?)null);
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    isList = ++depth == 2 ? parser.Current is SequenceStart : isList;
                    break;
                case MappingEnd or SequenceEnd:
                    key = --depth == 1 ? null : key;
                    break;
                case YamlDotNet.Core.Events.Scalar scalar when depth == 1 && key is null:
                    key = scalar.Value;
                    break;
                case YamlDotNet.Core.Events.Scalar scalar when depth == 1 || (depth == 2 && isList):
                    Add(key!, scalar.Value);
                    key = depth == 1 ? null : key;
                    break;
                case AnchorAlias when depth == 1:
                    key = null;
                    break;
            }
        }
    }

    private void Add(string name, string value)
    {
        if (!values.TryGetValue(name, out var texts))
            values.Add(name, texts = []);
        texts.Add(value.Trim());
    }
}

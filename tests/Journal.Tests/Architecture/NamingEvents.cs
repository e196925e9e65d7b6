using System.Text.RegularExpressions;
using Journal.Beliefs;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Tests.Architecture;

/// <summary>An event is declared once, in the folder of its subject. Whatever else depends on it follows from its type, so that nobody has to list it a second time.</summary>
public sealed partial class NamingEvents
{
    // What reads other people's rows, or shows a day as such a row, must know what a day can say.
    private static readonly Dictionary<string, Type[]> Exceptions = new()
    {
        ["Journal.Web/Interchange/DayMeaning.cs"] = OfADay,
        ["Journal.Web/Interchange/PracticeHistory.cs"] = [typeof(OutcomeRetracted)],
        ["Journal.Web/Pages/Cycles/EventTable.cs"] = OfADay,
        // Figures need no words, so facts have none; who looks at a belief wants to read them.
        ["Journal.Web/Pages/Subjects/BeliefPage.razor"] = [typeof(BeliefPredicted), typeof(EvidenceLinked)],
        ["Journal/Facts/FactFold.cs"] = [typeof(SubjectMoved), typeof(SubjectRetracted)],
    };

    private static Type[] OfADay => [typeof(ExecutionFinished), typeof(ExecutionMissed), typeof(ExecutionSkipped), typeof(ExecutionLeftOpen)];

    [Fact]
    public void Is_done_in_the_folder_of_their_subject_alone()
    {
        var named = Sources().SelectMany(file => Words().Matches(File.ReadAllText(file.Path)).Select(match => match.Value).Distinct(), (file, word) => (file.Name, Word: word))
            .Join(EventTypes.All, one => one.Word, type => type.Name, (one, type) => (one.Name, Type: type)).ToList();
        Assert.Equal(EventTypes.All.Count, named.Where(one => IsOfItsSubject(one.Name, one.Type)).Select(one => one.Type).Distinct().Count());
        Assert.Equal(
            Exceptions.SelectMany(file => file.Value, (file, type) => $"{file.Key} names {type.Name}").Order(),
            named.Where(one => !IsOfItsSubject(one.Name, one.Type)).Select(one => $"{one.Name} names {one.Type.Name}").Order());
    }

    // Where it is declared, the decider of its command, its fact; and its subject's state where that has a file of its own.
    [Fact]
    public void Is_done_in_four_files_at_most()
    {
        var files = Sources().Select(file => (file.Name, Words: Words().Matches(File.ReadAllText(file.Path)).Select(match => match.Value).ToHashSet())).ToList();
        Assert.All(EventTypes.All.Except([typeof(SubjectRetracted), typeof(SubjectMoved)]), type =>
            Assert.InRange(files.Count(file => !Exceptions.ContainsKey(file.Name) && file.Words.Contains(type.Name)), 1, 4));
    }

    // A whole subject is taken back, or moved, by an event that belongs to none of them.
    private static bool IsOfItsSubject(string file, Type type) =>
        type == typeof(SubjectRetracted) || type == typeof(SubjectMoved) ? file.StartsWith("Journal/", StringComparison.Ordinal) && !Exceptions.ContainsKey(file)
        : file[..file.LastIndexOf('/')] == type.Namespace!.Replace('.', '/');

    private static IEnumerable<(string Name, string Path)> Sources() =>
        Directory.EnumerateFiles(SourceTree.Src, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".cs" or ".razor")
            .Select(path => (Name: Path.GetRelativePath(SourceTree.Src, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Words();
}

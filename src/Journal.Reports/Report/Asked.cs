using Journal.Analysis.Chance;

namespace Journal.Reports;

/// <summary>What a report asked of a record. Many questions find something by chance, so how many were asked belongs to each answer.</summary>
/// <param name="Questions">Those that could be answered.</param>
/// <param name="Yes">Those answered yes.</param>
/// <param name="Tests">Those of them that have a probability.</param>
/// <param name="Missing">What would have to be recorded for the figures and questions that cannot be told, the most common first.</param>
public sealed record Asked(int Questions, int Yes, IReadOnlyList<TestFigure> Tests, IReadOnlyList<MissingRecord> Missing)
{
    /// <summary>The share of false ones that is accepted among the tests that hold.</summary>
    public const double FalseRate = 0.1;

    private const int Named = 3;

    /// <summary>Both numbers, in words; null where nothing could be asked.</summary>
    public string? Sentence => Questions == 0 ? null
        : $"Of {Text.Count(Questions, "question")} asked of your record {Text.Cell(Yes)} {(Yes == 1 ? "was" : "were")} answered yes by fixed rules; rules are not tests." + Held();

    /// <summary>What cannot be told, and how to get it, in one line; null where everything can.</summary>
    public string? StillNeeded => Missing.Count == 0 ? null
        : $"{Text.Count(Missing.Sum(one => one.Figures), "more figure")} {(Missing.Sum(one => one.Figures) == 1 ? "needs" : "need")} records: {string.Join("; ", Missing.Take(Named).Select(one => one.What))}{(Missing.Count > Named ? $"; and {Missing.Count - Named} other things" : "")}.";

    internal static Asked Of(IReadOnlyList<Figure> figures, IReadOnlyList<Finding> findings, IReadOnlyList<TestFigure> tests)
    {
        var holds = new bool[tests.Count];
        BenjaminiYekutieli.Hold([.. tests.Select(test => test.Probability)], FalseRate, holds);
        var missing = figures.Select(figure => figure.Insufficient).Concat(findings.Where(finding => finding.State == FindingState.Insufficient).Select(finding => finding.Sentence))
            .OfType<string>().Select(text => text.StartsWith(Measure.Lead, StringComparison.Ordinal) ? text[Measure.Lead.Length..] : text)
            .GroupBy(text => text, StringComparer.Ordinal).Select(same => new MissingRecord(same.Key, same.Count())).OrderByDescending(one => one.Figures).ThenBy(one => one.What, StringComparer.Ordinal);
        return new(
            findings.Count(finding => finding.State != FindingState.Insufficient),
            findings.Count(finding => finding.State == FindingState.Found),
            [.. tests.Zip(holds, (test, held) => test with { Holds = held })],
            [.. missing]);
    }

    private string Held() => Tests.Count == 0 ? ""
        : $" {Text.Count(Tests.Count, "test")}: {Text.Cell(Tests.Count(test => test.Holds))} {(Tests.Count(test => test.Holds) == 1 ? "holds" : "hold")} when all are looked at together (Benjamini-Yekutieli, one in ten of them may be false).";
}

/// <summary>The probability of what was found by chance alone.</summary>
/// <param name="Name">Of the finding it belongs to.</param>
/// <param name="Holds">Whether it holds among all tests of its report.</param>
public sealed record TestFigure(string Name, Guid? Subject, double Probability, bool Holds);

/// <param name="What">What would have to be recorded.</param>
/// <param name="Figures">How many figures and questions need it.</param>
public sealed record MissingRecord(string What, int Figures);

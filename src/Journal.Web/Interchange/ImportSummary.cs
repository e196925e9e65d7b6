namespace Journal.Web.Interchange;

/// <summary>What an import did, or with a dry run would have done.</summary>
/// <param name="Source">What was read, such as <c>loop 12</c>.</param>
/// <param name="DryRun">True when nothing was stored.</param>
/// <param name="Rows">Rows of the source.</param>
/// <param name="Created">Rows that were new.</param>
/// <param name="Changed">Rows that said something else the last time: what they said is retracted or revised, and stays in the history.</param>
/// <param name="Duplicate">Rows that were there already.</param>
/// <param name="Skipped">Rows that become nothing.</param>
/// <param name="Reasons">Why rows were skipped, and how many for each reason.</param>
public sealed record ImportSummary(
    string Source,
    Guid Person,
    bool DryRun,
    int Rows,
    int Created,
    int Changed,
    int Duplicate,
    int Skipped,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyList<ImportedPracticeSummary> Practices)
{
    /// <summary>Days that were imported before and that the source has no more, or says nothing of any more: what they said is retracted, and stays in the history.</summary>
    public int TakenBack { get; init; }

    /// <summary>The most rows that are named one by one.</summary>
    public const int MostRows = 100;

    /// <summary>The word of the format, such as <c>loop</c>.</summary>
    public string Format { get; init; } = "";

    /// <summary>What the file was taken for, to end the sentence "This is ...".</summary>
    public string TakenFor { get; init; } = "";

    /// <summary>What was created or changed besides practices and their days, by the word for it.</summary>
    public IReadOnlyDictionary<string, int> Records { get; init; } = new Dictionary<string, int>();

    /// <summary>The first rows that became nothing: where each stands, and why.</summary>
    public IReadOnlyList<SkippedRow> SkippedRows { get; init; } = [];

    /// <summary>What each column was taken for; null where the format leaves no choice.</summary>
    [Personal]
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>Whether that is what the person said of such a file before.</summary>
    public bool MapIsRemembered { get; init; }

    /// <summary>What could not be kept as it was, though its row was taken, and how often.</summary>
    public IReadOnlyDictionary<string, int> Warnings { get; init; } = new Dictionary<string, int>();
}

public sealed record ImportedPracticeSummary(Guid PracticeId, [property: Personal] string Title, [property: Personal] string Source, int Created, int Changed, int Duplicate, int Skipped, int TakenBack);

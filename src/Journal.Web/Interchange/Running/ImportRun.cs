namespace Journal.Web.Interchange.Running;

/// <summary>How far an import that runs by itself has come.</summary>
public enum ImportState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It runs, or runs again after the server was stopped.</summary>
    Running,

    /// <summary>Everything of the file is in.</summary>
    Done,

    /// <summary>Nothing of the file is in, because of what it holds.</summary>
    Refused,

    /// <summary>Nothing of the file is in, because the person did not want it any more.</summary>
    Cancelled,
}

/// <summary>An import that runs by itself, as the person sees it.</summary>
/// <param name="Name">What its sender calls the file; null where that was not said.</param>
/// <param name="Format">What it is to be taken for; null where its content says so.</param>
/// <param name="Map">What columns mean, where the format leaves a choice.</param>
/// <param name="DryRun">True when nothing is to be stored.</param>
[HoldsWords]
public sealed record ImportRun(Guid Id, [property: Personal] string? Name, string? Format, [property: Personal] IReadOnlyDictionary<string, string> Map, bool DryRun, ImportState State, DateTimeOffset Sent)
{
    /// <summary>When a day of a practice starts.</summary>
    public TimeOnly DayStartsAt { get; init; }

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>What it did; null until it is done.</summary>
    public ImportSummary? Summary { get; init; }

    /// <summary>Why it was refused, as a stable code; null where it was not.</summary>
    public string? Code { get; init; }

    /// <summary>Why it was refused, in words.</summary>
    [Personal]
    public string? Reason { get; init; }

    /// <summary>Whether it goes on.</summary>
    internal bool IsOpen => State is ImportState.Waiting or ImportState.Running;
}

/// <summary>How many rows an import has done of how many. Only the import writes it.</summary>
/// <param name="Id">The import's.</param>
public sealed record ImportProgress(Guid Id, int Done, int Of);

/// <summary>A piece of a file that is to be imported. The pieces go when the import has ended.</summary>
/// <param name="Run">The import.</param>
/// <param name="Number">Its place among the pieces.</param>
[HoldsWords]
public sealed record ImportPart(Guid Id, Guid Run, int Number, [property: Personal] byte[] Content);

/// <summary>Tells the server to import a file that is kept.</summary>
public sealed record RunImport(Guid Person, Guid Run);

namespace Journal.Recording;

/// <summary>Says of a command where it is sent and what it does. The route, the terminal's verb and the description of the API follow from it.</summary>
/// <param name="address">
/// Behind <c>/api/v1/</c>, with another method than POST in front: <c>entries</c> begins an entry, <c>entries/{id}/amend</c> says more of one, and
/// <c>beliefs/{id}/score/{predictionId}</c> is about a part of one. <c>{subject}</c> stands for every subject that the command's decider takes.
/// </param>
/// <param name="summary">What it does, in one sentence.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RouteAttribute(string address, string summary) : Attribute
{
    public string Address => address;

    public string Summary => summary;

    /// <summary>The word in the terminal; the last one of the address when left out.</summary>
    public string? Verb { get; set; }

    /// <summary>The word of what it is about; that of the subject in the address when left out.</summary>
    public string? Subject { get; set; }

    /// <summary>The types of events that it takes back, as far as one command can: what undoing one of them does.</summary>
    public Type[] TakesBack { get; set; } = [];

    /// <summary>Where what it makes is found; the subject itself when left out of a command that begins one.</summary>
    public string? Makes { get; set; }
}

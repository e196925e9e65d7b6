using System.Diagnostics.CodeAnalysis;

namespace Journal.Recording;

/// <summary>Says of a command what it does and by which words it is known. Its name and verb and, of those used daily, its route and description follow from it.</summary>
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

    /// <summary>A body as a person would send it, for the description. What is used daily has one, and for that an address of its own; every other is sent to <c>/commands</c>.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Example { get; set; }
}

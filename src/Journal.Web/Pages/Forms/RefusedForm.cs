using Journal.Recording;

namespace Journal.Web.Pages.Forms;

/// <summary>What a form sent and was not recorded, to be shown again with what was typed.</summary>
/// <param name="Form">Which of the page's forms; empty where the page does not know.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Values">What was sent.</param>
public sealed record RefusedForm(string Form, Refusal Refusal, IReadOnlyDictionary<string, string[]> Values)
{
    /// <summary>Whether it stands beside no form.</summary>
    public bool IsOfNoForm => Form.Length == 0;

    /// <summary>Whether the refusal is about a field, as its code begins. What is said of a time is said of when something occurred, where a form has no time of another kind.</summary>
    public bool IsAbout(string field) => Refusal.Code.Split('.')[0] is var name && (name == field || (name == "time" && field == "occurredAt"));

    public string? Value(string field) => Values.TryGetValue(field, out var values) ? values.FirstOrDefault() : null;

    public bool Holds(string field, string value) => Values.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>Whether one of the fields is the one it is about; else it is about the form as a whole.</summary>
    public bool IsAbout(IEnumerable<string> fields) => fields.Any(IsAbout);
}

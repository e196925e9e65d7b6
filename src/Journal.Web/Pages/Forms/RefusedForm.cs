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

    /// <summary>The field the refusal is about, as its code begins.</summary>
    public string Field => Refusal.Code.Split('.')[0] is var name && name == "time" ? "occurredAt" : name;

    public string? Value(string field) => Values.TryGetValue(field, out var values) ? values.FirstOrDefault() : null;

    public bool Holds(string field, string value) => Values.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>Whether one of the fields is the one it is about; else it is about the form as a whole.</summary>
    public bool IsAbout(IEnumerable<string> fields) => fields.Contains(Field);
}

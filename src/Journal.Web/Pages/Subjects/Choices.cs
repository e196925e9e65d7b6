using Journal.Aims;
using Journal.Beliefs;

namespace Journal.Web.Pages.Subjects;

/// <summary>The words of choices, as a person reads them.</summary>
internal static class Choices
{
    public static readonly (string, string)[] Bounds = [("atLeast", "at least that much"), ("atMost", "at most that much")];

    public static readonly (string, string)[] Silences =
        [("inUse", "missed, in weeks in which I record anything"), ("missed", "missed, always"), ("unknown", "nothing: it is not known")];

    public static readonly (string, string)[] Scopes =
    [
        ("possible", "what is possible"), ("deserved", "what I deserve"), ("safe", "what is safe"), ("sustainable", "what can be sustained"),
        ("necessary", "what is necessary"), ("worthActingOn", "what is worth acting on"), ("safeToIgnore", "what can be ignored"),
    ];

    public static readonly (string, string)[] Stances = [("serves", "serves me"), ("limits", "limits me")];

    public static readonly (string, string)[] Directions = [("supports", "speaks for it"), ("contradicts", "speaks against it")];

    public static readonly (string, string)[] Endings = [("reached", "it is reached"), ("abandoned", "I give it up"), ("superseded", "another takes its place")];

    public static readonly string[] Layers = ["belief", "thinking", "execution"];

    public static readonly (string, string)[] YesNo = [("true", "yes"), ("false", "no")];

    public static IReadOnlyList<(string, string)> Aims(PageContext context) => [("", "none"), .. context.Facts.Of<AimFact>().Where(aim => aim.ClosedAt is null).Select(aim => (aim.Id.ToString("D"), aim.Title))];

    public static string Of((string Value, string Text)[] choices, string value) => choices.FirstOrDefault(choice => choice.Value == value).Text ?? value;

    public static string Status(BeliefFact belief) => belief switch
    {
        { ReplacedBy: not null } => "replaced",
        { EndedAt: not null } => "held no longer",
        { Counts: false } => "waits to be confirmed",
        _ => "held",
    };
}

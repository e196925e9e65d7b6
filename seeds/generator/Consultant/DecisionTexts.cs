namespace Journal.Seeds.Consultant;

/// <summary>How the consultant reads a week, and what goes into a pass over an article.</summary>
internal static class DecisionTexts
{
    public static string[] Risks { get; } =
    [
        "if the table is wrong, the two people who matter will be the ones to notice",
        "somebody will ask for the source of the second figure, in public",
        "the last piece had one cold answer, and this one is bolder",
        "a client could think it is about them",
        "the old firm still reads along",
        "once it is out I cannot take the tone back",
        "they will compare it with the report of the big house",
        "I would have to defend the third paragraph on a call",
        "the claim is fair and can be read unfairly",
        "an editor I respect dislikes the subject",
    ];

    public static string[] Chances { get; } =
    [
        "the people who ask about this are the people I want to work for",
        "it answers a question I was asked three times this month",
        "nobody else has written it down so plainly",
        "a reply would tell me more than another pass",
        "it is the piece I would have wanted to find",
        "whoever disagrees will say so, and then I know",
        "it shows how I think, and that is what they buy",
        "one clear example is enough to be useful",
        "if two readers try it, it was worth the morning",
        "it opens the series I meant to write",
    ];

    public static string[] Passes { get; } =
    [
        "read it again from the top", "moved the second paragraph down, and up again", "looked for a stronger example, kept the old one",
        "softened the opening", "hardened the opening", "checked the figures a third time, unchanged", "another title, the same as on Monday",
        "wondered who could object", "cut a caveat and put it back", "waited for a feeling that it is done",
    ];

    public static string[] Facts { get; } =
    [
        "a reader sent the number I lacked", "the price page changed since the draft", "found the original study", "a client allowed me to name the case",
        "the second example turned out to be from another year",
    ];
}

namespace Journal.Seeds.Consultant;

/// <summary>Sentences of the forty weeks after the interventions; {0} is the article in hand.</summary>
internal static class AfterTexts
{
    public static string[] Thinking { get; } =
    [
        "One question for {0}, on one card: what will a reader do differently? Wrote the card, then the text.",
        "Noticed the second pass over {0} coming, asked what was new, found nothing and went on.",
        "Two openings for {0}, took the plainer one. Four minutes.",
        "The doubt about {0} was a real one this time: a client case contradicts it. Put the case into the text.",
        "Decided the order of the next four pieces in ten minutes. {0} is first because somebody asked for it.",
        "I wanted another source for {0}. The rule is: only when the claim changes with it. It would not.",
        "An objection to {0} came in by mail. It is better than the nineteen I used to make up.",
        "Left the exception out of {0} and promised it as a piece of its own.",
        "{0} is for the head of product who wrote in March, not for everybody. That settled the length as well.",
        "Half an hour of circling on {0}, seen and stopped. It used to be two mornings.",
        "The review of {0} had one reader and one question. Henrike says she misses being asked six times.",
        "Wrote down what would make me take {0} back. It fits into one line, so it can go out.",
    ];

    /// <summary>What sometimes follows a thought; seven, so that with twelve thoughts no pair comes twice.</summary>
    public static string[] Afterthoughts { get; } =
        ["", "", "", "That was all.", "Then I stopped and wrote.", "It can be wrong in public and be corrected there.", "The rest of the morning was writing."];

    public static string[] Execution { get; } =
    [
        "Began {0} at half past eight with the sentence left over from yesterday.",
        "{0} went out on Tuesday as planned. Fifty minutes of editing, then the button.",
        "Four mornings, one piece, no evening.",
        "The short checklist held for {0}: one reader, one example, one number, out.",
        "Missed Friday for the school play, and Monday simply went on with {0}.",
        "Same hours as last year, by the log. What is different is what leaves the house.",
        "Stopped {0} at the agreed length although there was more. The rest is next week's piece.",
        "Slept in once, wrote the day after. It did not turn into a week.",
        "Planned {0} for Tuesday, published on Tuesday. Boring, and I like it.",
        "Client work was heavy. The mornings for {0} were the quiet part of the days.",
        "Template left alone, {0} finished.",
        "Did the correction to {0} within the hour, with a note at the end. Nobody minded.",
    ];

    public static string[] Belief { get; } =
    [
        "Three enquiries this month begin with a piece they have read. They had judged my work before they called, and they called.",
        "A reader took {0} apart, politely. We have a call next week. A year ago I would have deleted the piece.",
        "Somebody I did not know introduced me with a sentence of mine.",
        "The old fear was there for {0}, for about as long as the coffee. Then I pressed the button.",
        "Asked to write for the trade journal because of {0}. I did not look for the catch.",
        "A mistake in last week's table. Corrected, thanked, over. That is all that happens.",
    ];

    public static string[] Missed { get; } =
    [
        "workshop on site, no morning", "daughter ill, school run", "overslept after the late train", "client deadline, by choice", "took the day for the trade journal",
        "migraine until noon", "board meeting at eight", "plumber", "train strike, worked from the platform", "conference, spoke instead of writing", "needed the morning for the offer to Hamburg",
        "flat tyre on the way to school", "two client calls moved into it", "free morning, taken on purpose",
    ];

    public static string[] Notes { get; } =
    [
        "one section, done", "draft of {0} through in one go", "cut a third, better", "ended with the first sentence for tomorrow", "example from the logistics client fits",
        "short and enough", "edited by the list", "easy morning", "numbers checked once", "reader's question answered in the text", "next piece sketched as well",
    ];

    public static string[] Supports { get; } =
    [
        "The enquiry quoted the second paragraph.", "A reader's objection became the next piece.", "Invited to the panel because of this one.", "The head of product forwarded it to her whole team.",
        "Signed: they had read four pieces before the first call.", "The correction brought two new subscribers.", "Quoted in a talk I did not know of.", "He disagreed, in detail, and asked for an offer.",
    ];

    public static string[] Contradicts { get; } =
    [
        "A competitor picked the piece apart in public, and it stung for two days.", "The enquiry it brought was only after a free opinion.", "Silence on the one I was proud of.",
    ];
}

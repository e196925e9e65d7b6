namespace Journal.Seeds.Consultant;

/// <summary>Sentences of the first forty weeks; {0} is the article in hand.</summary>
internal static class BeforeTexts
{
    public static string[] Thinking { get; } =
    [
        "Third pass over the outline of {0}. I found nothing new and moved two headings back to where they were on Monday.",
        "Spent the session on one objection that a finance director might raise about {0}. Nobody has raised it.",
        "I have four openings for {0} and a table that compares them. The table is longer than the openings.",
        "Read six other pieces on {0} before writing a line. Four of them say what I would say, so is mine needed?",
        "The claim about {0} holds for the eleven clients I know. I keep asking whether eleven is enough to say it in public.",
        "Rewrote the second paragraph of {0} for the person who will quote it against me.",
        "Is {0} too basic for the people I want to reach, or too narrow for everybody else? Turned it over for an hour.",
        "Asked Henrike to look at {0} again. It is her third look and she said it was fine the first time.",
        "Looked for a study that supports the middle part of {0}. Found one, distrusted its sample, looked for another.",
        "Made a list of everything that could be misread in {0}. Nineteen items. Softened the text for all nineteen.",
        "What if somebody from the old firm reads {0} and recognises the case? I changed the industry, then the country.",
        "Moved {0} back to notes. It seemed clear last week; today I see two exceptions I would have to cover.",
        "I know what {0} has to say. I keep deciding how it has to be said, and then deciding that again.",
        "Compared my draft of {0} with the one by the big agency. Theirs has a graph. Started looking for data for a graph.",
        "Wrote eleven questions that readers of {0} might ask, to be sure. Answered two of them and got tired.",
        "Went back to the title of {0}. Fourteen versions, and the first is still the best.",
        "Decided to wait with {0} until the numbers of the quarter are in, although the argument does not use them.",
        "Tried to settle whether {0} should be one piece or three. No new fact since Monday, only more arguments.",
        "Every time I open {0} I start from the top and polish. The end has not been written yet.",
        "Checked how others soften a strong claim, because {0} has one. I have now softened it until it says little.",
    ];

    /// <summary>What sometimes follows a thought; eleven, so that with twenty thoughts few pairs come twice.</summary>
    public static string[] Afterthoughts { get; } =
    [
        "", "", "", "Stopped when it got dark.", "I can explain every one of these steps, and together they explain nothing.", "To be decided tomorrow.",
        "It is thorough, at least.", "My coffee was cold by the time I had decided.", "Nothing I learned today was news.", "Told myself it is quality.", "I would tell a client to send it.",
    ];

    public static string[] Execution { get; } =
    [
        "Blocked the morning for {0}, answered mail until ten, then it was too late to begin properly.",
        "Two hours on {0} and less text than before.",
        "Formatted the notes for {0} and called it work.",
        "Started on {0} at a quarter to eleven. Once I had started it went quite well, which annoyed me.",
        "Three mornings planned for {0}, one done. The client call on Tuesday was real; the dentist could have been any day.",
        "Sent the proposal to the logistics people in twenty minutes. {0} takes me weeks. It is not about being able to write.",
        "Good week by the clock, nothing out. {0} is at nine hundred words and was at nine hundred last Friday.",
        "Rebuilt the template of the newsletter instead of finishing {0}.",
        "Wrote {0} in the evening because the morning had gone. It felt like homework.",
        "Missed the slot for {0} again and promised myself two next week. I know how that goes.",
        "A strong run: three mornings for {0} in a row. I want to believe that this is the new normal.",
        "Cancelled lunch to push {0} over the line, and did not push it over the line.",
    ];

    public static string[] Belief { get; } =
    [
        "Somebody at the meet-up asked what I publish. I named two old pieces and changed the subject before they could look them up.",
        "When {0} goes out, the people who know more than I do will read it first. That is how it feels, whatever the numbers say.",
        "One comment under the last piece said “it depends”. I have thought about that comment for nine days.",
        "I feel safe while {0} is unfinished. Nobody can be wrong in a draft.",
        "Being asked to speak in Hamburg should have pleased me. My first thought was who would be in the front row.",
        "Two people wrote to thank me for the last piece. I looked for what they had not said.",
    ];

    public static string[] Missed { get; } =
    [
        "not ready to be seen yet", "the argument about {0} has a hole somewhere", "wanted one more source", "opened it, reread it, closed it",
        "mail first, then the morning was over", "proposal for a client took the slot", "kept changing the opening", "slept badly, sat in front of it for ten minutes",
        "tax papers", "waited for Henrike's remarks", "decided that {0} needs a graph", "the train was late and I took it as a sign",
        "moved to tomorrow", "rewrote the outline instead", "could not decide between two titles", "call with the accountant ran over",
        "looked at what others have published on {0}", "started at noon, which is not the morning", "the newsletter tool wanted an update", "thought about {0} on a walk instead",
        "Henrike had a question about the workshop", "wrote three sentences and took them back", "calendar said writing, I said later", "read the comments under the last piece",
        "breakfast with an old client, long", "sorted the sources for {0}", "opened the statistics and stayed there", "asked for one more opinion on {0}",
    ];

    public static string[] Notes { get; } =
    [
        "400 words, 300 of them moved", "one section of {0} stands", "slow, second half better", "cut the case study, may put it back", "long session, short text",
        "finished only because the newsletter was announced", "opening again", "good once begun", "reread everything first", "table done, text around it missing",
    ];

    public static string[] Supports { get; } =
    [
        "A reader found a wrong sum within an hour.", "Kept it back, and was relieved.", "The old colleague wrote: “bold claim”. It sat with me all week.",
        "Felt watched the whole day it went out.", "Nothing published, nobody could object, and the week was calm.", "Asked for changes three times so that nobody else would.",
        "Took the strong sentence out before sending and felt better.",
    ];

    public static string[] Contradicts { get; } =
    [
        "Fourteen replies, not one about a mistake.", "The correction took two minutes and the reader thanked me for it.",
        "The front row in Hamburg asked for the slides.", "A stranger used my table in front of his board.",
    ];
}

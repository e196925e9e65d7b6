namespace Journal.Seeds.Founder;

/// <summary>What the founder of a booking tool for physiotherapists writes; {0} is a customer.</summary>
internal static class FounderTexts
{
    public static IReadOnlyList<string> Customers { get; } =
    [
        "the sports practice in Porto", "Dr. Antunes in Braga", "the two sisters in Setúbal", "the clinic at the station in Coimbra", "the practice above the bakery", "Teresa in Évora",
        "the home-visit team in Almada", "the rehab centre in Faro", "a one-room practice in Leiria", "the chain with five houses", "Rui in Aveiro", "the hospital annex in Viseu",
        "the hand therapists in Cascais", "a practice that still uses paper", "the football club's physio", "Joana in Funchal", "the practice by the harbour", "the new one in Sintra",
        "the school for osteopaths", "a practice in Vigo, across the border", "the receptionist in Guimarães", "Paulo, who left us in spring", "the children's practice in Odivelas",
    ];

    public static string[] Down { get; } =
    [
        "Built the waiting list all week. {0} had asked for a phone number on the reminder, which is one line.",
        "Four calls planned, and each time something in the code was about to be finished.",
        "I wrote to {0} instead of calling. An answer by mail tells me what I asked and nothing else.",
        "Marta asked which customer wants the export. I said all of them. I had nobody in mind.",
        "Eleven hours on the calendar view. It is beautiful. {0} prints the day and uses a pen.",
        "The list of people to call is on the second monitor. I moved the second monitor.",
        "Told the investor that we are close to our users. Last real talk: {0}, sixteen days ago.",
        "Rewrote the sync because I could see how. Whether somebody needs it, I do not know.",
        "Cancelled {0} for a release that then moved by a week anyway.",
        "The calls went so well in the good months that I thought they would go on by themselves.",
        "Slept at the office. The build is green and I have heard nobody's voice but Marta's.",
        "Started a call list again, sorted it, coloured it, closed it.",
        "{0} left a message. I listened to it twice and opened the editor.",
        "One call, with {0}, and it was the best hour of the week. I do not understand why I avoid them.",
        "Estimated a feature for two days. Asked nobody, estimated it again.",
        "The tests are faster now. {0} waits for an answer since Tuesday.",
        "Support forwarded a complaint from {0}. I fixed it without ringing, so I do not know whether it is fixed.",
    ];

    public static string[] Up { get; } =
    [
        "{0} showed me the paper behind the screen. That paper is the product.",
        "Three of this week's calls name the same thing: moving an appointment takes nine clicks. It will take two.",
        "{0} laughed at the feature I am proudest of, and was right.",
        "Calls before ten, code after. Nothing burned down.",
        "Wrote the change with {0} on the line. Forty minutes, and it is in use.",
        "Did not build the dashboard. Five people in a row did not miss it.",
        "{0} signed for the year. They said it is because we call.",
        "Marta took two of the calls and heard something I would not have.",
        "A dull call with {0}, and on the last minute the real problem: the holidays of the second therapist.",
        "The backlog is shorter than in spring, though I write less code.",
        "Answered {0} with a question instead of a promise.",
        "Good week, ordinary week. I nearly did not write it down.",
        "Lost {0} to the big vendor. Called to ask why, and stayed on the line for half an hour.",
        "Two calls moved by the other side, both made up for on Thursday.",
        "{0} does the accounts on Sunday night. That is when we should not send reminders.",
        "Said “I do not know” to {0} and was told more in the next minute than in the ten before.",
        "A feature taken out after {0} asked what it was for. No complaints so far.",
        "{0} has a colleague who has a problem. Called the colleague the same day.",
        "Fewer commits than last month, more renewals.",
    ];

    /// <summary>What sometimes follows.</summary>
    public static string[] Afterthoughts { get; } =
    [
        "", "", "", "", "Marta knows.", "Rain all week.", "Runway: unchanged.", "Noted for the Monday round.", "I should read this in three months.", "Home by seven.", "Not proud, not ashamed.",
        "The team noticed before I did.", "Slept well.",
    ];

    public static string[] Missed { get; } =
    [
        "release came first", "they moved it, I did not move it again", "in the code, phone in the drawer", "bug in the reminders", "no list prepared",
        "wrote an e-mail instead", "investor deck", "thought I knew the answer already", "server trouble until three", "postponed to Monday", "interviews for the support job",
        "they did not pick up, and I was glad", "hired help needed a desk and an account", "the demo environment was down", "read the competitor's changelog all morning",
        "wanted to fix the calendar first", "flight to Porto, phone off", "contract with the hospital", "lost the number", "afraid they would ask about the export", "talked to Marta instead",
        "payroll", "tired of hearing no", "waiting for the new version to have something to show",
    ];

    public static string[] Notes { get; } =
    [
        "{0}: wants to move appointments by drag", "{0}: pays twice by mistake, nobody noticed", "{0}: would pay for reminders in two languages", "{0}: still on paper on Fridays",
        "{0}: asked for an invoice by quarter", "{0}: compares us with a notebook, not with the vendor", "{0}: happy, nothing to do", "{0}: training of new staff takes a day",
        "{0}: the therapist decides, the receptionist suffers", "{0}: uses two tabs because of the holidays",
    ];

    public static string[] ForBuilding { get; } =
    [
        "A week on calls and the competitor shipped the calendar.", "When I was ill nothing was merged.", "The outage was fixed in an hour because I knew the code.", "Felt the backlog grow with each call.",
    ];

    public static string[] AgainstBuilding { get; } =
    [
        "Nobody asked about the release that I cancelled the calls for.", "Marta merged six changes while I was in Faro.", "The feature of the month came from a customer's sentence.",
    ];

    public static string[] ForListening { get; } =
    [
        "Two clicks instead of nine, and three renewals name it.", "The call took the place of two weeks of guessing.", "They stayed because somebody asked.", "What they print told me what to build.",
    ];

    public static string[] ForOthers { get; } =
    [
        "Released without me, on a Wednesday, quietly.", "Marta said no to a feature, and she was right.", "I came back from Vigo and the roadmap was better.", "Support answered with the words I would have used.",
    ];

    public static string[] Promises { get; } =
    [
        "send {0} the offer we talked about", "write down what {0} needs before spring", "ring {0} about the reminder", "show {0} the new day view", "answer {0} about the export",
        "visit {0} and watch a morning", "send {0} the price for two houses", "ask {0} who else to talk to",
    ];

    public static string[] Postponed { get; } =
    [
        "the build comes first", "better with the next version in hand", "not before the list is complete", "nobody answers on a Thursday", "one more day and I can show more",
        "they will not have missed it",
    ];

    public static string[] Questions { get; } =
    [
        "Do we build the waiting list now?", "Does the export get its own page?", "Is the day view good enough to show?", "Who may move an appointment?", "Do reminders go out by text?",
        "Do we charge by house or by chair?", "Does the paper form stay?", "Is the old calendar switched off?", "Do we take the chain with its own wishes?", "Do we support Spain this year?",
        "Does set-up cost something?", "Is the phone number on the reminder?", "Do two houses share one list?",
    ];
}

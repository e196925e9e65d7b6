using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Web.Pages.Glossary;

/// <summary>What the journal's words mean, for whoever looks them up. Numbers in them are those of the rules.</summary>
internal static class Meanings
{
    private static readonly RuleSet Rules = RuleSet.Default;

    public static IReadOnlyList<(string Part, IReadOnlyList<(string Word, string Meaning)> Words)> Parts { get; } =
    [
        ("The four ideas",
        [
            ("practice", "Something you mean to do again and again, such as reading every day or writing three times a week."),
            ("outcome", "How a practice went on a day: done, partly done, missed, skipped for a reason, or not known."),
            ("belief", "A sentence you hold to be so and act by. What you see speaks for it or against it."),
            ("layer", "One of the three places in which progress can come apart: what you believe, how you think and decide, and what you do."),
        ]),
        ("What you record",
        [
            ("entry", "A few lines of your own, about one of the layers or about nothing in particular."),
            ("aim", "What you do all of it for. Practices, decisions and entries can be linked to one."),
            ("decision", "A question that waits for a choice, with the time it may take."),
            ("change", "Something you did on purpose so that things would go differently. The reports look at the weeks before it and after it; programs call it an intervention."),
            ("state", "How you are: energy, motivation, confidence, doubt and frustration, each from 1 to 7."),
            ("silence", "A day without a record of a practice. Whether it means missed, or nothing at all, is set for each practice in the settings."),
        ]),
        ("What is made of it",
        [
            ("adherence", "Of what a practice asked for in a week, the share that was done."),
            ("known week", $"A week of a practice in which enough days are told: {Rules[WeeklyAdherence.ObservedDays]} of 7 for what is meant daily, their share for what is meant less often."),
            ("alignment", "How far belief, thinking and execution go together in a week, from 0 % to 100 %."),
            ("limiting layer", "The layer that is lowest in a week, named only where that is probably no accident of few records."),
            ("progress", $"At least {Text.Count(Rules[CycleRules.ProgressWeeks], "week")} in a row with an adherence of {Text.Percent(Rules[CycleRules.Progress])} or more."),
            ("peak", "The best weeks of a stretch of progress."),
            ("regression", $"After progress, at least {Text.Count(Rules[CycleRules.RegressionWeeks], "week")} in a row that lie {Text.Percent(Rules[CycleRules.Drop])} or more below the peak. A single such week is a lapse."),
            ("recovery", $"The end of a regression: {Text.Count(Rules[CycleRules.RecoveryWeeks], "week")} in a row at {Text.Percent(Rules[CycleRules.Recovery])} or more."),
            ("cycle", "Progress with the regression that followed it."),
            ("chance", "What the same weeks would give in random order. Where they give as many regressions, their number says nothing about you."),
        ]),
        ("How sure it is",
        [
            ("observation", "One record that a figure rests on. How many there are stands beside each figure, as n in narrow places."),
            ("interval", "Between which bounds the true value lies, with the certainty that is named."),
            ("rule", "A number that reports judge by, such as how long a regression lasts. All are listed in the settings; “What if?” tries others."),
            ("as true on", "With what had happened by a day, by all that you know today."),
            ("as known on", "With what you had recorded by a day, and nothing of what you added or corrected later."),
        ]),
    ];
}

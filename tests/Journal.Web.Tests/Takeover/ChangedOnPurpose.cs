using System.Text.RegularExpressions;

namespace Journal.Web.Tests.Takeover;

/// <summary>What this version says otherwise than version 0.1, and means to.</summary>
internal static class ChangedOnPurpose
{
    private static readonly (Regex Difference, string Reason)[] All =
    [
        Of(@"practices: items\[[^\]]*\]\.silence was ""unknown"", is ""inUse""", "Nobody chose it: version 0.1 wrote it where nothing was chosen."),
        Of(@"(figures|findings|tables|series)\[(chance|survival|fall|order|trial|adherence\.(mean|leftOut|allMissed|allDone|change)|durable\.median|warning|warnings|change)[^\]]*\] is new", "A figure that version 0.1 did not have."),
        Of(@"^reports/interventions[^ ]*: figures\[[a-z]+\.(before|after) [^\]]*\]\.events differs", "A figure before or after an intervention lists the events that say when it was."),
        Of(@"^reports/thinking[^ ]*: figures\[paths[^\]]*\]\.events differs", "A share of linked misses lists what they are linked to."),
        Of(@"^reports/[^ ]*: .*(events|evidence) differs: .*; gone none; new ", "A week with days without a record lists the last record, up to which they count."),
        Of(@"weeks\[2016-W12\]\.(due|missed|unknown|observed) was", "The day of the last record may not have been over: it is not missed."),
        Of(@"^reports/execution\?asOf=2016-03-21[^ ]*: findings\[pattern [^\]]*\]\.(n was (81, is 80|76, is 75|29, is 28|28, is 27|7, is 6)$|state was ""notFound"", is ""insufficient""$|sentence was )", "The same: a pattern is looked for in one day less, the last of the file, and 27 days are too few."),
        Of(@"^reports/diagnosis[^ ]*: (figures\[state\.done|tables\[states\]|findings\[pattern [^\]]*\]\.n was)", "The same: it is one day less."),
        Of(@"figures\[alignment[^\]]*\]\.value was", "Alignment draws each layer towards one half, by what one observation weighs."),
        Of(@"weeks\[[^\]]*\]\.(alignment|limiting) was", "The same, week by week; and a layer is named only where it is probably the lowest."),
        Of(@"findings\[limitingLayer\]\.(state|sentence) was", "A layer is named only where it is probably the lowest."),
        Of(@"cycles\[[^\]]*\]\.notes differs", "A cycle says whether it depends on what the days without a record were."),
        Of(@"findings\[(cycle|openRegression)[^\]]*\]\.sentence was", "A cycle says whether it depends on silence, and is told of then where the records end."),
        Of(@"^reports/breakpoint[^ ]*: (figures\[[A-Za-z]+\.knee|findings\[[A-Za-z]+\.(breakpoint|degrades)\])[^ ]* ?[^ ]*\.?(insufficient|sentence) was ""insufficient data: at least \d+ weeks", "What is missing is named in words and not by the key of a figure."),
        Of(@"^reports/beliefs[^ ]*: tables\[ledger\]\.(columns|rows\[[^\]]*\]\.cells) differs", "What replaced a belief is named by its text; the ids stand in columns of their own."),
        Of(@"^reports/contradictions[^ ]*: tables\[defects\]\.(columns|rows\[[^\]]*\]\.cells) differs", "Where a misalignment lies is named by its title; the id stands in a column of its own."),
        Of(@"^reports/operator[^ ]*: tables\[stillRequired\]\.rows\[[^\]]*\]\.cells differs: 3 items", "What still needs the operator is named by its title; the row has the id."),
        Of(@"^reports/questions[^ ]*: (tables\[prefill\]|subjects is in another order)", "Misses on a weekday stand beside those on other days, and only where they are more frequent; what needs the operator is counted as the report on the operator counts it."),
        Of(@"^reports/execution[^ ]*: findings\[pattern [^\]]*\]\.sentence was", "A weekday that differs stands beside the other days."),
    ];

    /// <summary>Whether a difference is one of those.</summary>
    public static bool Explains(string difference) => All.Any(one => one.Difference.IsMatch(difference));

    private static (Regex Difference, string Reason) Of(string pattern, string reason) => (new(pattern, RegexOptions.CultureInvariant), reason);
}

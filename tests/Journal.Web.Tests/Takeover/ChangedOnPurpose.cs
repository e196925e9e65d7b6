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
    ];

    /// <summary>Whether a difference is one of those.</summary>
    public static bool Explains(string difference) => All.Any(one => one.Difference.IsMatch(difference));

    private static (Regex Difference, string Reason) Of(string pattern, string reason) => (new(pattern, RegexOptions.CultureInvariant), reason);
}

using Journal.Recording;

namespace Journal.Web.Pages.Overview;

/// <summary>What cannot be asked, in the words that stand over the fields.</summary>
internal static class QuestionWords
{
    public static string Of(Refusal refusal) => refusal.Code switch
    {
        "time.invalid" => "From and To are days, such as 2026-01-05. As true on and As known on are days or moments (2026-01-05T07:30), or named: before:intervention:TITLE, peak:PRACTICE:NUMBER, label:NAME.",
        "time.order" => "From lies after To.",
        "to.future" => "To lies in the future.",
        "rules.invalid" or "rules.range" => "What if: drop and What if: progress are numbers from 0 to 1, such as 0.5.",
        _ => refusal.Reason,
    };
}

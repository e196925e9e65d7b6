using Journal.Practices;
using Journal.Reports;

namespace Journal.Web.Today;

/// <summary>What was recorded of a practice, in a few words.</summary>
public static class OutcomeWords
{
    /// <summary>As in <c>Done, 500 words</c>.</summary>
    public static string Of(OutcomeFact outcome, PracticeFact practice) => outcome switch
    {
        { State: OutcomeState.Finished, Score: { } score and < 1 } => $"Done to {Text.Percent(score)}",
        { State: OutcomeState.Finished, Amount: { } amount } => $"Done, {Text.Number(amount)} {practice.Unit}".TrimEnd(),
        { State: OutcomeState.Finished } => "Done",
        { State: OutcomeState.Missed } => "Missed",
        { State: OutcomeState.Skipped } => "Skipped",
        _ => "Not known",
    };
}

namespace Journal.Recording;

/// <summary>The one rule that every observation follows: it is recorded once, with values that may be recorded.</summary>
internal static class Observing
{
    /// <param name="subject">The word for it in a refusal's code.</param>
    /// <param name="observation">What its stream has.</param>
    /// <param name="e">The event as it would be recorded.</param>
    /// <param name="now">What lies in the future lies after this.</param>
    public static Verdict Once<TEvent>(string subject, Observation<TEvent>? observation, TEvent e, DateTimeOffset now)
        where TEvent : class, IJournalEvent => Verdict.Unless(Presence.Unused(observation, subject), e, now);
}

using Journal.Recording;

namespace Journal.Moments;

/// <summary>Gives the moment it occurred at a name.</summary>
[Route("moments", "Gives a moment a name.", Verb = "label")]
public sealed record LabelMoment(string Title) : Command;

public static class MomentDecider
{
    public static Verdict Decide(LabelMoment command, Observation<MomentLabelled>? moment, DateTimeOffset now) => Observing.Once(
        "moment", moment, Check.Title(command.Title), new MomentLabelled(command.Id, command.Title, command.OccurredAt ?? now), now);
}

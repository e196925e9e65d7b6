using System.Text.Json.Serialization;
using Journal.Commands;
using Journal.Recording;
using Journal.Web.Http;

namespace Journal.Web.Commands;

/// <summary>What a command that was recorded is answered with.</summary>
/// <param name="Id">The subject.</param>
/// <param name="Version">Its version after the command; also the entity tag.</param>
/// <param name="Events">What was recorded; nothing when the command changed nothing.</param>
internal sealed record CommandAnswer(Guid Id, long Version, IReadOnlyList<EventView> Events)
{
    public static CommandAnswer Of(Recorded recorded) => new(recorded.Id, recorded.Version, [.. recorded.Events.Select(EventView.Of)]);
}

/// <summary>What became of one of several commands.</summary>
/// <param name="Status">As the status of an answer to it alone: 201 when something was made, 200 when something was recorded, else the refusal's.</param>
/// <param name="Location">Where what it made is found.</param>
/// <param name="Replayed">True when this is the first answer to a command that came again.</param>
/// <param name="Id">The subject; null when it was refused.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="Events">What was recorded.</param>
/// <param name="Code">Why it was refused, for programs.</param>
/// <param name="Detail">Why it was refused, for people.</param>
internal sealed record CommandOutcome(
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Location = null,
    bool Replayed = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EventView>? Events = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null)
{
    public static CommandOutcome Of(SentCommand sent, CommandResult result)
    {
        if (result.Recorded is not { } recorded)
            return Of(result.Refusal!, precondition: sent.On.Versions is not null);
        var (answer, location) = (CommandAnswer.Of(recorded), sent.Location);
        return new(location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, location, recorded.Replayed, answer.Id, answer.Version, answer.Events);
    }

    public static CommandOutcome Of(Refusal refusal, bool precondition = false) =>
        new(Problems.StatusOf(refusal, precondition), Code: refusal.Code, Detail: refusal.Reason);
}

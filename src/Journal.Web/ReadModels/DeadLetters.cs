using JasperFx.Events.Daemon;
using Journal.Recording;

namespace Journal.Web.ReadModels;

/// <summary>Dead letters as Marten keeps them, one for each event or person that was left out, however often it is met.</summary>
internal static class DeadLetters
{
    public static Guid OfEvent(long position, string projection) => NamedId.Create(Guid.Empty, "dead letter", projection, position.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Guid OfPerson(Guid person, string projection) => NamedId.Create(person, "dead letter", projection);

    /// <param name="message">Holds nothing of the event's body.</param>
    public static DeadLetterEvent Letter(Guid id, string projection, string tenant, long position, string type, string message) => new()
    {
        Id = id,
        ProjectionName = projection,
        ShardName = "All",
        Timestamp = TimeProvider.System.GetUtcNow(),
        TenantId = tenant,
        EventSequence = position,
        ExceptionType = type,
        ExceptionMessage = message,
    };
}

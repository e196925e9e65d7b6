using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.History;

/// <summary>Which aim each subject serves, as far as the history has been followed.</summary>
internal sealed class AimLinks
{
    private readonly Dictionary<Guid, Guid> aims = [];

    /// <summary>Takes in one event, in the order of the log.</summary>
    /// <returns>The aim that the event's subject serves from here on; null when it serves none.</returns>
    public Guid? Follow(RecordedEvent e)
    {
        if (e.Data is IServesAim { AimId: { } aim })
            aims[e.Stream] = aim;
        return aims.TryGetValue(e.Stream, out var served) ? served : null;
    }
}

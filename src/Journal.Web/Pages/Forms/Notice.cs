using Journal.Commands;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Pages.Forms;

/// <summary>What was recorded just before, and the command that takes it back.</summary>
/// <param name="Words">Such as <c>Recorded.</c></param>
/// <param name="Command">Takes it back; null where nothing does.</param>
/// <param name="Id">Its subject.</param>
/// <param name="Part">The part of the subject, by the name of the member that takes its id.</param>
public sealed record Notice(string Words, string? Command, Guid Id, (string Name, Guid Id)? Part)
{
    public static Notice Of(RecordedEvent e)
    {
        var kind = CommandKinds.All.FirstOrDefault(kind => kind.TakesBack.Contains(e.Data.GetType()) && kind.About == FactKinds.Folding(e.Data.GetType())?.Whole);
        var part = kind?.Part is { } name && e.Data is IPartOf whole ? (name, whole.PartId) : default((string, Guid)?);
        return new(e.Type.EndsWith("retracted", StringComparison.Ordinal) ? "Taken back." : "Recorded.", kind?.Name, e.Stream, part);
    }
}

using System.Collections.Frozen;
using Journal.Web.Access;

namespace Journal.Cli.Running;

/// <summary>Which verbs look into somebody's journal without it being noted anywhere else.</summary>
/// <remarks>All but those named here, so that none that is yet to come is forgotten: also those that record of something and look for it first, for what they cannot tell apart they name.</remarks>
internal static class OperatorReads
{
    // They let in or export, which is in the audit by itself, or show nothing that the person wrote.
    private static readonly FrozenSet<string> Otherwise = FrozenSet.Create(
        StringComparer.Ordinal, "audit", "erase", "export", "import", "invite", "link", "person", "share", "shares", "token", "unshare", "webhook");

    /// <summary>The account, and the machine.</summary>
    public static AuditSource From { get; } = new("terminal", $"{Environment.UserName}@{Environment.MachineName}");

    /// <param name="verb">Its words, such as <c>report alignment</c>.</param>
    public static bool Are(string verb) => !Otherwise.Contains(verb.Split(' ')[0]);
}

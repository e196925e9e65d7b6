using System.Globalization;
using Journal.Web.ReadModels;

namespace Journal.Web.Reactions;

/// <summary>What is news becomes a notice.</summary>
public static class NoticeHandler
{
    public static Task Handle(RegressionBegan message, Notices notices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        return notices.TellAsync(message.Person, NoticeKind.RegressionBegan, message.Practice, message.Since, Key(message.Since), ct);
    }

    public static Task Handle(RegressionRecovered message, Notices notices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        return notices.TellAsync(message.Person, NoticeKind.RegressionRecovered, message.Practice, message.Recovered, Key(message.Since), ct);
    }

    public static Task Handle(ProgressErodes message, Notices notices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        return notices.TellAsync(message.Person, NoticeKind.ProgressErodes, message.Practice, message.Warned, Key(message.Onset), ct);
    }

    private static string Key(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

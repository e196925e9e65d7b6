using System.Globalization;
using Journal.Web.ReadModels;

namespace Journal.Web.Reactions;

/// <summary>What is news becomes a notice, and a line in the log of ids and days, without a word of the journal.</summary>
public static partial class NoticeHandler
{
    public static Task Handle(RegressionBegan message, Notices notices, ILogger<RegressionBegan> log, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        Began(log, message.Person, message.Practice, message.Since);
        return notices.TellAsync(message.Person, NoticeKind.RegressionBegan, message.Practice, message.Since, Key(message.Since), ct);
    }

    public static Task Handle(RegressionRecovered message, Notices notices, ILogger<RegressionRecovered> log, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        Recovered(log, message.Person, message.Practice, message.Since, message.Recovered);
        return notices.TellAsync(message.Person, NoticeKind.RegressionRecovered, message.Practice, message.Recovered, Key(message.Since), ct);
    }

    public static Task Handle(ProgressErodes message, Notices notices, ILogger<ProgressErodes> log, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(notices);
        Erodes(log, message.Person, message.Practice, message.Onset, message.Warned);
        return notices.TellAsync(message.Person, NoticeKind.ProgressErodes, message.Practice, message.Warned, Key(message.Onset), ct);
    }

    private static string Key(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "A regression began: person {Person}, practice {Practice}, since {Since}.")]
    private static partial void Began(ILogger log, Guid person, Guid practice, DateOnly since);

    [LoggerMessage(LogLevel.Information, "A regression is over: person {Person}, practice {Practice}, since {Since}, recovered {Recovered}.")]
    private static partial void Recovered(ILogger log, Guid person, Guid practice, DateOnly since, DateOnly recovered);

    [LoggerMessage(LogLevel.Information, "Progress erodes: person {Person}, practice {Practice}, progress since {Onset}, told on {Warned}.")]
    private static partial void Erodes(ILogger log, Guid person, Guid practice, DateOnly onset, DateOnly warned);
}

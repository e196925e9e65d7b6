namespace Journal.Web.Reactions;

/// <summary>What an alarm is for.</summary>
public enum AlarmKind
{
    Reminder,
    Prediction,
    Commitment,
}

/// <summary>A moment at which something is to be looked at. What it is about is looked up when it comes.</summary>
/// <param name="Id">The reminder's, the prediction's or the commitment's.</param>
/// <param name="Subject">The practice, belief or commitment; the person for the week.</param>
/// <param name="Due">When, in milliseconds of Unix time.</param>
/// <param name="Day">Of a reminder: the person's day that it is for.</param>
/// <param name="Zone">Of a reminder: the zone it was worked out in; another one asks for another moment.</param>
public sealed record Alarm(Guid Id, Guid Person, AlarmKind Kind, Guid Subject, long Due, DateOnly Day, string? Zone) : IDue;

/// <summary>What is found by its moment.</summary>
internal interface IDue
{
    Guid Id { get; }

    Guid Person { get; }
}

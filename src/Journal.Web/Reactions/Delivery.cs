using System.Security.Cryptography;

namespace Journal.Web.Reactions;

/// <summary>On which sort of way something goes out.</summary>
public enum DeliveryWay
{
    Channel,
    Webhook,
}

/// <summary>What became of something that goes out.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its first or its next try.</summary>
    Waiting,

    Sent,

    /// <summary>It was tried for more than a day, or the way is gone.</summary>
    GivenUp,
}

/// <summary>One thing on its way to one receiver. What it says is read when it is sent, so that nothing of it lies here.</summary>
/// <param name="Id">The receiver sees it, the same at every try. Made from the way and what is sent.</param>
/// <param name="Way">The channel or webhook.</param>
/// <param name="About">The notice or the event.</param>
/// <param name="IsNotice">Whether it is a notice.</param>
/// <param name="Due">The next try, in milliseconds of Unix time; null when there is none.</param>
/// <param name="Status">What the receiver's server answered last.</param>
/// <param name="Trouble">Why the last try failed: a word, such as refused or timeout.</param>
public sealed record Delivery(
    Guid Id, Guid Person, DeliveryWay Sort, Guid Way, Guid About, bool IsNotice, long? Due, int Tries, DeliveryState State, DateTimeOffset Made, DateTimeOffset? Ended, int? Status, string? Trouble) : IDue
{
    // Together some 31 hours, as the webhook services do it that people know.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    public static Guid IdOf(Guid way, Guid about) => new(SHA256.HashData([.. way.ToByteArray(), .. about.ToByteArray()]).AsSpan(0, 16));

    public static Delivery OfNotice(Guid person, Guid way, DeliveryWay sort, Guid notice, DateTimeOffset due, DateTimeOffset now) =>
        new(IdOf(way, notice), person, sort, way, notice, IsNotice: true, due.ToUnixTimeMilliseconds(), 0, DeliveryState.Waiting, now, null, null, null);

    public static Delivery OfEvent(Guid person, Guid webhook, Guid e, DateTimeOffset now) =>
        new(IdOf(webhook, e), person, DeliveryWay.Webhook, webhook, e, IsNotice: false, now.ToUnixTimeMilliseconds(), 0, DeliveryState.Waiting, now, null, null, null);

    /// <summary>After a try.</summary>
    public Delivery After(Sending sending, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sending);
        var tried = this with { Tries = Tries + 1, Status = sending.Status, Trouble = sending.Trouble };
        return sending.Result switch
        {
            SendingResult.Arrived => tried with { Due = null, State = DeliveryState.Sent, Ended = now },
            SendingResult.Failed when Tries < Pauses.Length => tried with { Due = (now + Pauses[Tries]).ToUnixTimeMilliseconds() },
            _ => tried with { Due = null, State = DeliveryState.GivenUp, Ended = now },
        };
    }
}

/// <summary>How a try ended.</summary>
public enum SendingResult
{
    Arrived,

    /// <summary>It may go better later.</summary>
    Failed,

    /// <summary>There is no such receiver any more.</summary>
    Gone,

    /// <summary>There is nothing to send any more: it was done meanwhile, erased, or turned off.</summary>
    Needless,
}

/// <param name="Status">What the receiver's server answered; null where it did not.</param>
/// <param name="Trouble">Why it failed; null where it did not.</param>
public sealed record Sending(SendingResult Result, int? Status = null, string? Trouble = null);

namespace Journal.Web.Reactions.Webhooks;

/// <summary>An address that hears of what is recorded in a person's journal.</summary>
/// <param name="Kinds">Stored event names, families, or notices; null for everything.</param>
/// <param name="Words">Whether what is sent holds the events themselves, or only that they were.</param>
/// <param name="Secret">Signs what is sent.</param>
/// <param name="Before">The secret before, which signs too until <paramref name="BeforeUntil"/>.</param>
/// <param name="From">The position of the log behind which it begins: nothing that was recorded before is sent, whichever clock is ahead.</param>
/// <param name="Off">Turned off by the person, or because nothing arrived for more than a day.</param>
public sealed record Webhook(Guid Id, Guid Person, string Url, IReadOnlyList<string>? Kinds, bool Words, string Secret, string? Before, DateTimeOffset? BeforeUntil, long From, DateTimeOffset Made, bool Off)
{
    /// <summary>The word for notices among the kinds.</summary>
    public const string Notices = "notices";

    public bool TakesNotices => !Off && Kinds is not null && Kinds.Contains(Notices);

    /// <summary>The secrets that sign now.</summary>
    public IEnumerable<string> Secrets(DateTimeOffset now) => Before is { } old && now < BeforeUntil ? [Secret, old] : [Secret];

    public WebhookLine Line => new(Id, Url, Kinds, Words, Made, Off, null);
}

/// <param name="Kinds">Null for every event.</param>
/// <param name="Secret">Only in the answer that makes it or gives it a new one.</param>
public sealed record WebhookLine(Guid Id, string Url, IReadOnlyList<string>? Kinds, bool Words, DateTimeOffset Made, bool Off, string? Secret);

/// <summary>One delivery, as the log shows it.</summary>
/// <param name="Id">The webhook-id that the receiver saw, at every try.</param>
/// <param name="About">The event or notice.</param>
/// <param name="Next">The next try.</param>
public sealed record DeliveryLine(Guid Id, Guid About, DeliveryState State, int Tries, DateTimeOffset Made, DateTimeOffset? Ended, DateTimeOffset? Next, int? Status, string? Trouble)
{
    internal static DeliveryLine Of(Delivery one) =>
        new(one.Id, one.About, one.State, one.Tries, one.Made, one.Ended, one.State == DeliveryState.Waiting && one.Due is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null, one.Status, one.Trouble);
}

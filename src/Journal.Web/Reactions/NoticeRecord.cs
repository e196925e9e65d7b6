using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Reactions;

/// <summary>One notice as it is kept: what it is about, and no word of it.</summary>
/// <param name="Id">Made from whom, what and which time, so that the same is told once however often it is found.</param>
/// <param name="Subject">The practice, belief, commitment, import or webhook it is about; null where it is about none.</param>
/// <param name="Day">The day it speaks of, where it speaks of one.</param>
public sealed record NoticeRecord(Guid Id, Guid Person, NoticeKind Kind, Guid? Subject, DateOnly? Day, DateTimeOffset At, DateTimeOffset? Read)
{
    /// <param name="key">What tells it from others about the same subject: a Monday, a day, an id.</param>
    public static Guid IdOf(Guid person, NoticeKind kind, Guid? subject, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{person:N} {kind} {subject:N} {key}")).AsSpan(0, 16));
}

/// <summary>One notice as it is shown.</summary>
/// <param name="Title">What its subject is called now; null where it has no name, or is gone.</param>
/// <param name="Text">The whole sentence.</param>
/// <param name="Address">The page that says more.</param>
public sealed record NoticeLine(Guid Id, NoticeKind Kind, Guid? Subject, DateOnly? Day, DateTimeOffset At, bool IsRead, string? Title, string Text, string Address);

using System.Globalization;

namespace Journal.Web.Reactions;

/// <summary>A notice in a sentence, with the name of its subject or without.</summary>
internal static class NoticeWords
{
    public static string Of(NoticeKind kind, string? title, DateOnly? day) => kind switch
    {
        NoticeKind.RegressionBegan => $"{Named("A practice", title)} has fallen back after progress{Since(day)}.",
        NoticeKind.RegressionRecovered => $"{Named("A practice", title)} has recovered{Since(day)}.",
        NoticeKind.ProgressErodes => $"Progress of {Named("a practice", title)} begins to fall.",
        NoticeKind.PredictionDue => $"A prediction of {Named("a belief", title)} can be scored: did it come true?",
        NoticeKind.CommitmentDue => $"{Named("A commitment", title)} is due.",
        NoticeKind.PracticeDue => $"{Named("A practice", title)} waits for today.",
        NoticeKind.ReviewDue => "The week is there to be looked at.",
        NoticeKind.ImportEnded => "An import has come to its end.",
        NoticeKind.SendingStopped => "What is sent out of the journal failed for more than a day at one address; nothing is sent there any more.",
        NoticeKind.CommentWritten => $"Somebody who may look wrote a comment{(title is null ? "" : $" on “{title}”")}.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Where more is said of it.</summary>
    public static string Address(NoticeKind kind, Guid? subject) => kind switch
    {
        NoticeKind.RegressionBegan or NoticeKind.RegressionRecovered or NoticeKind.ProgressErodes => $"/practices/{subject:D}",
        NoticeKind.PredictionDue => $"/beliefs/{subject:D}",
        NoticeKind.ReviewDue => "/review",
        NoticeKind.ImportEnded => "/import",
        NoticeKind.SendingStopped => "/settings/channels",
        NoticeKind.CommentWritten => "/comments",
        _ => "/",
    };

    private static string Named(string otherwise, string? title) => title is null ? otherwise : $"“{title}”";

    private static string Since(DateOnly? day) => day is { } since ? string.Create(CultureInfo.InvariantCulture, $" since {since:yyyy-MM-dd}") : "";
}

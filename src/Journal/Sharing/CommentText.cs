using Journal.Recording;

namespace Journal.Sharing;

/// <summary>What somebody who may look says to whoever lets them.</summary>
public static class CommentText
{
    /// <summary>The most characters of one.</summary>
    public const int Longest = 4_000;

    /// <summary>Why a text cannot be one; null where it can.</summary>
    public static Refusal? Check(string? text) => Recording.Check.Text(text, Longest);
}

using Journal.Web.Sharing;

namespace Journal.Web.Pages.Sharing;

/// <summary>What a comment is about, in words and as an address.</summary>
internal static class CommentView
{
    public static string About(CommentLine comment) =>
        comment.Report is { } report ? $"report {report}"
        : $"{(comment.Event is null ? "" : "an event of ")}{comment.Title ?? "something that is no more"}";

    /// <summary>The owner's page of it.</summary>
    public static string Address(CommentLine comment) =>
        comment.Report is { } report ? $"/reports/{report}"
        : $"/timeline/{comment.Subject:D}{(comment.Event is { } e ? $"#event-{e:D}" : "")}";
}

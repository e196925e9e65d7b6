namespace Journal.Web.Sharing;

/// <summary>What somebody who may look wrote about what they saw, as a document of the journal that it is about. No event: a history is what its person lived.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Grant">By which grant.</param>
/// <param name="Subject">What it is about, or the subject of the event that it is about; null where it is about a report.</param>
/// <param name="Event">The event; null where it is about none in particular.</param>
/// <param name="Report">The name of a report; null where it is about none.</param>
[HoldsWords]
public sealed record Comment(Guid Id, Guid Author, Guid Grant, Guid? Subject, Guid? Event, string? Report, [property: Personal] string Text, DateTimeOffset At);

/// <param name="About">A subject or an event by its id, or a report by its name.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record NewComment(string? About = null, string? Text = null);

/// <summary>A comment as it is shown.</summary>
/// <param name="Person">The handle of who wrote it; null when they are no longer here.</param>
/// <param name="Subject">What it is about, or the subject of the event that it is about.</param>
/// <param name="Title">What the subject is called, for whoever asks.</param>
public sealed record CommentLine(Guid Id, string? Person, DateTimeOffset At, Guid? Subject, Guid? Event, string? Report, string? Title, string Text)
{
    internal static CommentLine Of(Comment comment, string? person, string? title) => new(comment.Id, person, comment.At, comment.Subject, comment.Event, comment.Report, title, comment.Text);
}

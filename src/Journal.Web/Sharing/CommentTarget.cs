namespace Journal.Web.Sharing;

/// <summary>What a comment is about: a subject, one of its events, or a report.</summary>
internal sealed record CommentTarget(Guid? Subject, Guid? Event, string? Report)
{
    /// <summary>Finds it in what is shared; null for what is not there, whether it exists or not.</summary>
    public static CommentTarget? Find(SharedJournal shared, string about)
    {
        if (!Guid.TryParse(about, out var id))
            return SharedReports.Find(shared.Grant.Scope, about) is { } kind ? new(null, null, kind.Name) : null;
        return shared.Events.FirstOrDefault(e => e.Id == id) is { } one ? new(one.Stream, id, null)
            : shared.Events.Any(e => e.Stream == id) ? new(id, null, null)
            : null;
    }
}

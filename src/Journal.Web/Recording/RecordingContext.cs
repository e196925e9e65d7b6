using Journal.EventStore;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>One command on its way in.</summary>
/// <param name="Author">Who records it.</param>
/// <param name="Identity">By what the request is known again; null when it need not be.</param>
/// <param name="Conditions">On what terms.</param>
internal sealed record RecordingContext(Author Author, RequestIdentity? Identity, Conditions Conditions)
{
    /// <summary>Present on the first event of a request that wrote to other subjects as well: their ids.</summary>
    public const string OthersHeader = "others";

    /// <summary>Present on the events of a request with a key.</summary>
    public const string FingerprintHeader = "fingerprint";

    public NewEvent Wrap(IJournalEvent e, int ordinal, string? others)
    {
        var headers = EventHeaders.Empty.With(StoredHeaders.Source, Author.Source).With(StoredHeaders.Zone, Author.Zone.Id);
        if (Identity is not null)
            headers = headers.With(FingerprintHeader, Identity.Fingerprint);
        if (others is not null)
            headers = headers.With(OthersHeader, others);
        var wrapped = new NewEvent(e) { CorrelationId = Author.CorrelationId, Headers = headers };
        return Identity is null ? wrapped : wrapped with { Id = Identity.EventId(e.SubjectId, ordinal) };
    }
}

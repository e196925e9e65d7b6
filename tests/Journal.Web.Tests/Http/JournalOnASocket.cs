using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Http;

/// <summary>A journal that listens on a socket of this machine.</summary>
public sealed class JournalOnASocket(TestPostgres postgres) : ServedJournal(postgres)
{
    protected override bool IsOnASocket => true;
}

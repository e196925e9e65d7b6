namespace Journal.EventStore.Reading;

/// <summary>The statements that read one tenant's events.</summary>
/// <remarks>
/// Shown a tenant and a range of positions together, the planner may walk the key of the whole log for a tenant's few events. So the position is either
/// looked up exactly, or hidden from it, or bounded to a few.
/// </remarks>
internal sealed class TenantSql(string schema)
{
    private const string Wanted = "($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)";
    private const string OfTenant = "tenant_id = $7 and ($8::uuid is null or stream_id = $8)";

    /// <summary>
    /// $1 tenant, $2 after, $3 through, $4 limit. The tenant's next positions, how far the list goes, and the last event of the log.
    /// The list's rows lie one behind another, so that ordered by them and then within them the server stops at the row with the last position of the page.
    /// </summary>
    public string Positions { get; } = $"""
        select array(
                select position from {schema}.store_tenant_log, unnest(positions) as position
                where tenant_id = $1 and last_seq_id > $2 and position > $2 and position <= $3 order by last_seq_id, position limit $4),
            coalesce((select last_seq_id from {schema}.mt_event_progression where name = '{Daemon.TenantLogFollower.ProgressName}'), 0),
            coalesce((select max(seq_id) from {schema}.mt_events), 0)
        """;

    /// <summary>$1 positions, $2 and $3 unused, $4 types, $5 recorded until, $6 with archived, $7 tenant, $8 stream or null.</summary>
    public string At { get; } = $"select {EventColumns.OfTenant} from {schema}.mt_events where seq_id = any($1) and {OfTenant} and {Wanted} order by seq_id";

    /// <summary>$1 after, $2 through, $3 limit, then as above. In no order: the caller sorts, which takes less than the server's sort of whole rows.</summary>
    public string Whole { get; } = $"""
        select {EventColumns.OfTenant} from {schema}.mt_events
        where {OfTenant} and seq_id + 0 > $1 and seq_id + 0 <= $2 and {Wanted} and $3::bigint is null
        """;

    /// <summary>As above. All the tenant's rows are looked at, and only the page's are read whole.</summary>
    public string Fenced { get; } = $"""
        with mine as materialized (
            select seq_id, type, timestamp, is_archived from {schema}.mt_events where {OfTenant}),
        page as materialized (
            select seq_id from mine where seq_id > $1 and seq_id <= $2 and {Wanted} order by seq_id limit $3)
        select {EventColumns.OfTenant} from page join {schema}.mt_events using (seq_id) order by seq_id
        """;

    /// <summary>As above, for a span of few positions: they are walked, all of them.</summary>
    public string ShortTail { get; } = $"""
        with tail as materialized (
            select {EventColumns.OfAll}, is_archived from {schema}.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id)
        select {EventColumns.OfTenant} from tail where {OfTenant} and {Wanted} order by seq_id limit $3
        """;
}

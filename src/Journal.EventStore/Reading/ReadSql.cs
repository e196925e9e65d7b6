namespace Journal.EventStore.Reading;

/// <summary>The read statements of one schema.</summary>
internal sealed class ReadSql(string schema)
{
    /// <summary>$1 tenant, $2 stream, $3 and $4 versions from and to, $5 recorded until, $6 with archived. Version order is position order inside a stream.</summary>
    public string Stream { get; } = $"""
        select {EventColumns.List} from {schema}.mt_events
        where tenant_id = $1 and stream_id = $2 and version between $3 and $4 and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
        order by version
        """;

    /// <summary>$1 after, $2 through, $3 limit, $4 types, $5 recorded until, $6 with archived.</summary>
    public string All { get; } = $"""
        select {EventColumns.List} from {schema}.mt_events
        where seq_id > $1 and seq_id <= $2
            and ($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
        order by seq_id limit $3
        """;

    /// <summary>
    /// Parameters as for <see cref="All"/>, then $7 tenant, $8 stream or null. The fence lets the planner see nothing but the tenant: shown the position as well,
    /// it walks the key of the whole log for a page of one person.
    /// </summary>
    public string Tenant { get; } = $"""
        with mine as materialized (
            select seq_id, type, timestamp, is_archived from {schema}.mt_events where tenant_id = $7 and ($8::uuid is null or stream_id = $8)),
        page as materialized (
            select seq_id from mine
            where seq_id > $1 and seq_id <= $2
                and ($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
            order by seq_id limit $3)
        select {EventColumns.List} from page join {schema}.mt_events using (seq_id) order by seq_id
        """;

    /// <summary>A tenant's part of the last few events: $1 to $7 as for <see cref="Tenant"/>. The fence walks at most $3 events of the log.</summary>
    public string ShortTail { get; } = $"""
        with tail as materialized (
            select {EventColumns.List}, is_archived from {schema}.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3)
        select {EventColumns.List} from tail
        where tenant_id = $7 and ($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
        order by seq_id
        """;
}

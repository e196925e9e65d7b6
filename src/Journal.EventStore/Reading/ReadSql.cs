namespace Journal.EventStore.Reading;

/// <summary>The read statements of one schema.</summary>
internal sealed class ReadSql(string schema)
{
    /// <summary>$1 tenant, $2 stream. What every command asks for: no condition is looked at row by row that could be left out.</summary>
    public string WholeStream { get; } =
        $"select {EventColumns.OfStream} from {schema}.mt_events where tenant_id = $1 and stream_id = $2 and is_archived is not true order by version";

    /// <summary>$1 tenant, $2 stream, $3 and $4 versions from and to, $5 recorded until, $6 with archived. Version order is position order inside a stream.</summary>
    public string Stream { get; } = $"""
        select {EventColumns.OfStream} from {schema}.mt_events
        where tenant_id = $1 and stream_id = $2 and version between $3 and $4 and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
        order by version
        """;

    /// <summary>$1 after, $2 through, $3 limit, $4 types, $5 recorded until, $6 with archived.</summary>
    public string All { get; } = $"""
        select {EventColumns.OfAll} from {schema}.mt_events
        where seq_id > $1 and seq_id <= $2
            and ($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) and ($6 or is_archived is not true)
        order by seq_id limit $3
        """;
}

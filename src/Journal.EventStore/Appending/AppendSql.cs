namespace Journal.EventStore.Appending;

/// <summary>The append statements of one schema, for events of one form. docs/decisions/0020 gives the reasons for their shape.</summary>
/// <remarks>
/// Parameters: $1 tenant, $2 stream, $3 expected version, $4 number of events, $5 time or null, $6 to $8 ids, types and bodies, then what <see cref="EventForm"/> adds;
/// the type of a new stream comes last. Each statement returns one row, or none when the stream was not as expected; then it has written nothing.
/// </remarks>
internal sealed class AppendSql
{
    private readonly string schema, record, seen, upsert, streamType;

    public AppendSql(string schema, EventForm form)
    {
        this.schema = schema;
        var next = $"nextval({SqlName.Literal(schema + ".mt_events_sequence")})";
        (record, streamType) = form switch
        {
            EventForm.One => (One(next), "$9"),
            EventForm.Many => (Many(next, "", "", ""), "$9"),
            _ => (Many(next, ", correlation_id, causation_id, headers", ", (select $9::varchar[]), (select $10::varchar[]), (select $11::jsonb[])", ", correlation, causation, headers"), "$12"),
        };
        seen = $"""
            seen as (
                select coalesce(max(version), 0) as version, count(*) filter (where id = {(form == EventForm.One ? "$6" : "any($6)")}) as known
                from {schema}.mt_events where tenant_id = $1 and stream_id = $2),
            """;
        upsert = """
            on conflict (tenant_id, id) do update
                    set version = s.version + excluded.version, type = coalesce(s.type, excluded.type), timestamp = greatest(s.timestamp, coalesce($5, clock_timestamp()))
                    where ($3::bigint is null or s.version = 0) and s.is_archived is not true
                returning s.version - $4 as base, s.timestamp)
            """;
        Exactly = Update("", "");
        ExactlyUnseen = Update(seen, "and exists (select from seen where seen.known = 0 and seen.version = $3)");
        AnyOrNone = Insert("", "");
        AnyOrNoneUnseen = Insert(seen, "from seen where seen.known = 0");
        Known = $"""
            select e.id, e.version, e.seq_id, e.timestamp, e.type = sent.type and e.data = sent.data
            from unnest($3::uuid[], $4::varchar[], $5::jsonb[]) with ordinality as sent (id, type, data, n)
            join {schema}.mt_events e on e.tenant_id = $1 and e.stream_id = $2 and e.id = sent.id
            order by sent.n
            """;
    }

    /// <summary>The statements by <see cref="EventForm"/>.</summary>
    public static AppendSql[] OfAllForms(string schema) => [.. Enum.GetValues<EventForm>().Select(form => new AppendSql(schema, form))];

    /// <summary>The stream exists and has $3 events.</summary>
    public string Exactly { get; }

    /// <summary>Like <see cref="Exactly"/>, and the stream has none of the ids. What was seen must be the version that is locked, or the look was out of date.</summary>
    public string ExactlyUnseen { get; }

    /// <summary>The stream is new, or, when $3 is null, may be at any version.</summary>
    public string AnyOrNone { get; }

    /// <summary>Like <see cref="AnyOrNone"/>, and the stream has none of the ids. For any version, run <see cref="LockStream"/> first.</summary>
    public string AnyOrNoneUnseen { get; }

    /// <summary>Locks the stream, making it if need be, so that the next statement sees all that was ever written to it.</summary>
    public string LockStream => $"""
        insert into {schema}.mt_streams as s (tenant_id, id, type, version, timestamp, created, is_archived)
        values ($1, $2, $3, 0, coalesce($4, clock_timestamp()), coalesce($4, clock_timestamp()), false)
        on conflict (tenant_id, id) do update set version = s.version
        """;

    /// <summary>The stream's version and whether it is archived.</summary>
    public string State => $"select version, is_archived from {schema}.mt_streams where tenant_id = $1 and id = $2";

    /// <summary>Those of the events sent ($3 ids, $4 types, $5 bodies) that the stream has, in the order sent.</summary>
    public string Known { get; }

    private string Update(string seen, string condition) => $"""
        with {seen} stream as (
            update {schema}.mt_streams set version = version + $4, timestamp = greatest(timestamp, coalesce($5, clock_timestamp()))
            where tenant_id = $1 and id = $2 and version = $3 and is_archived is not true {condition}
            returning version - $4 as base, timestamp)
        {record}
        """;

    private string Insert(string seen, string condition) => $"""
        with {seen} stream as (
            insert into {schema}.mt_streams as s (tenant_id, id, type, version, timestamp, created, is_archived)
            select $1, $2, {streamType}, $4, coalesce($5, clock_timestamp()), coalesce($5, clock_timestamp()), false {condition}
            {upsert}
        {record}
        """;

    // Every event takes the stream's own time: it is read after the row is locked and never runs backwards.
    private string One(string next) => $"""
        insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
        select {next}, $6, $2, stream.base + 1, $8, $7, stream.timestamp, $1, false from stream
        returning version, seq_id, seq_id, timestamp
        """;

    // The arrays stand behind a select, where the planner cannot count them: counting, it finds a plan for each number of events
    // better than the general one, and plans anew for every append.
    private string Many(string next, string columns, string arrays, string values) => $"""
        , recorded as (
            insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived{columns})
            select {next}, e.id, $2, stream.base + e.n, e.data, e.type, stream.timestamp, $1, false{values}
            from stream, unnest((select $6::uuid[]), (select $7::varchar[]), (select $8::jsonb[]){arrays}) with ordinality as e (id, type, data{values}, n)
            order by e.n
            returning seq_id)
        select stream.base + $4, first, last, stream.timestamp
        from stream, (select min(seq_id) as first, max(seq_id) as last from recorded) as positions
        """;
}

/// <summary>What the events of an append bring along; each form has the cheapest statement that will do.</summary>
internal enum EventForm
{
    /// <summary>One event: id, type and body, no arrays.</summary>
    One,

    /// <summary>Arrays of ids, types and bodies.</summary>
    Many,

    /// <summary>Arrays of correlations, causations and headers too.</summary>
    Full,
}

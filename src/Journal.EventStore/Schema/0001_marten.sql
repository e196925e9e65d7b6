-- Marten's event tables, as Marten 9 itself creates them for: Guid streams, conjoined tenancy,
-- quick append with server timestamps, and correlation, causation and headers switched on.
-- Nothing of ours may stand on these tables: a Marten host drops what it does not know.
create table if not exists {schema}.mt_streams (
    tenant_id varchar not null default '*DEFAULT*',
    id uuid not null,
    type varchar null,
    version bigint null,
    timestamp timestamptz not null default now(),
    created timestamptz not null default now(),
    is_archived bool default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table if not exists {schema}.mt_events (
    seq_id bigint not null,
    id uuid not null,
    stream_id uuid null,
    version bigint not null,
    data jsonb not null,
    bdata bytea null,
    type varchar(500) not null,
    timestamp timestamptz not null,
    tenant_id varchar default '*DEFAULT*',
    mt_dotnet_type varchar null,
    is_archived bool default false,
    correlation_id varchar null,
    causation_id varchar null,
    headers jsonb null,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id)
        references {schema}.mt_streams (tenant_id, id)
);

create unique index if not exists pk_mt_events_stream_and_version
    on {schema}.mt_events (tenant_id, stream_id, version);

create sequence if not exists {schema}.mt_events_sequence cache 1 owned by {schema}.mt_events.seq_id;

create table if not exists {schema}.mt_event_progression (
    name varchar not null,
    last_seq_id bigint null,
    last_updated timestamptz default transaction_timestamp(),
    constraint pk_mt_event_progression primary key (name)
);

create table if not exists {schema}.mt_high_water_skips (
    ending_sequence bigint not null,
    starting_sequence bigint not null,
    timestamp timestamptz not null default now(),
    constraint pk_mt_high_water_skips primary key (ending_sequence)
);

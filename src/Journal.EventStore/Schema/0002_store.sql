-- Events that a projection or subscription could not take, and went on without.
create table {schema}.store_dead_letters (
    tenant_id varchar not null,
    name text not null,
    seq_id bigint not null,
    event_id uuid not null,
    type varchar not null,
    error text not null,
    attempts int not null,
    recorded_at timestamptz not null default now(),
    constraint pkey_store_dead_letters primary key (tenant_id, name, seq_id)
);

create index store_dead_letters_by_name on {schema}.store_dead_letters (name, seq_id);

-- How far a bulk import of a name has come; moved in the transaction of each chunk.
create table {schema}.store_imports (
    name text not null,
    events bigint not null,
    updated_at timestamptz not null default now(),
    constraint pkey_store_imports primary key (name)
);

-- Projections and subscriptions that shall not go on: paused by hand, or stopped by an event they could not take.
create table {schema}.store_paused (
    name text not null,
    reason text not null,
    paused_at timestamptz not null default now(),
    constraint pkey_store_paused primary key (name)
);

-- Each tenant's positions in the log, a row for each tenant and step of the daemon. Marten's keys have no way from a tenant to positions.
create table {schema}.store_tenant_log (
    tenant_id varchar not null,
    last_seq_id bigint not null,
    positions bigint[] not null,
    constraint pkey_store_tenant_log primary key (tenant_id, last_seq_id)
);

-- What journal verify found of each person, to hold the next version of the code against: the hash of the facts and of every report, at a position.
create table {schema}.verified (
    tenant_id varchar not null,
    position bigint not null,
    code_version text not null,
    facts text not null,
    reports jsonb not null,
    verified_at timestamptz not null,
    constraint verified_key primary key (tenant_id)
);

-- Who keeps a journal here, and what lets somebody in. A person's events are theirs by tenant_id = people.id.
create table {schema}.people (
    id uuid not null,
    handle text not null,
    zone text not null,
    created_at timestamptz not null,
    constraint people_key primary key (id),
    constraint people_handle unique (handle)
);

-- Tokens, one-time links and browser sessions: all are secrets of which only a hash is kept.
-- The prefix is the part of a secret that may be shown; it finds the row, the hash decides.
create table {schema}.credentials (
    person uuid not null,
    id uuid not null,
    kind text not null,
    prefix text not null,
    hash bytea not null,
    scope text not null,
    label text not null,
    created_at timestamptz not null,
    expires_at timestamptz null,
    used_at timestamptz null,
    revoked_at timestamptz null,
    constraint credentials_key primary key (person, id),
    constraint credentials_prefix unique (prefix),
    constraint credentials_person foreign key (person) references {schema}.people (id) on delete cascade,
    constraint credentials_kind check (kind in ('token', 'link', 'session')),
    constraint credentials_scope check (scope in ('read', 'write')),
    constraint credentials_hash check (length(hash) = 32)
);

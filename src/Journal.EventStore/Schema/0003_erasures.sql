-- Counts transactions that erased something of anybody. Whoever keeps documents in memory sees by it that they may be of somebody who is gone.
create table {schema}.store_erasures (
    only_row boolean not null default true constraint store_erasures_only_row check (only_row),
    count bigint not null,
    constraint pkey_store_erasures primary key (only_row)
);

insert into {schema}.store_erasures (count) values (0);

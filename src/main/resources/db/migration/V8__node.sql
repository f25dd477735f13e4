-- Which Parleys work on this database.

create table node (
    node_id     text primary key,
    address     text        not null,
    version     text        not null,
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    clock_ahead interval    not null
);
comment on column node.node_id is 'The name under which the node locks jobs in the engine';
comment on column node.clock_ahead is 'How far its clock was ahead of this database when it was last seen';

-- What people are told besides their tasks, and who has read it.

create table notice (
    notice_id bigint generated always as identity primary key,
    case_id   text        not null references risk_case,
    recipient text        not null,
    to_group  boolean     not null,
    kind      text        not null check (kind in ('REMINDER', 'INFORMATION', 'ESCALATION')),
    text      text        not null,
    task_id   text,
    given_at  timestamptz not null
);
comment on column notice.recipient is 'A user, or a group if to_group: ids of both may be alike';
comment on column notice.task_id is 'The task in the engine that it is about, if it is about one';
create unique index notice_of_task on notice (task_id, kind, recipient) where task_id is not null;
create unique index notice_of_case on notice (case_id, kind, recipient, md5(text)) where task_id is null;
create index notice_to on notice (recipient, given_at desc, notice_id desc);

create table notice_read (
    notice_id bigint      not null references notice,
    user_id   text        not null,
    read_at   timestamptz not null,
    primary key (notice_id, user_id)
);

do $$
declare
    t text;
begin
    foreach t in array array['notice', 'notice_read'] loop
        execute format('create trigger %1$I before update or delete or truncate on %2$I'
            || ' for each statement execute function refuse_change()', t || '_is_append_only', t);
        execute format('alter table %2$I enable always trigger %1$I', t || '_is_append_only', t);
    end loop;
end $$;

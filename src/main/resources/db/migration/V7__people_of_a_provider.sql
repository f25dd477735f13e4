-- People who sign in at an OpenID Connect provider.

-- Which account of the provider is which user. The application adds rows and changes none; the owner of the schema can
-- move a user id to a new account of the same person.
create table person_subject (
    issuer   text        not null,
    subject  text        not null,
    user_id  text        not null,
    bound_at timestamptz not null,
    primary key (issuer, subject)
);
create unique index person_subject_of_user on person_subject (lower(user_id));

-- What the provider said of a person's offices, each time that it said something else.
create table offices_claimed (
    offices_claimed_id bigint generated always as identity primary key,
    user_id            text        not null,
    offices            text[]      not null,
    issued_at          timestamptz not null,
    recorded_at        timestamptz not null
);
comment on column offices_claimed.offices is 'Both of two that exclude each other, too: then none is held';
create index offices_claimed_of_user on offices_claimed (user_id, offices_claimed_id desc);

create trigger offices_claimed_is_append_only before update or delete or truncate on offices_claimed
    for each statement execute function refuse_change();
alter table offices_claimed enable always trigger offices_claimed_is_append_only;

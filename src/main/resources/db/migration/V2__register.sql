-- The risk register. Times are instants; dates are dates in the organisation's time zone.

create sequence case_number;
create sequence risk_number;

create table asset (
    asset_id    text primary key,
    name        text not null unique,
    asset_class text not null check (asset_class in ('SHARED', 'BUSINESS_UNIT')),
    vendor      text,
    product     text
);

create table initiative (
    initiative_id bigint generated always as identity primary key,
    name          text        not null,
    first_named   timestamptz not null
);
create unique index initiative_name on initiative (lower(name));

create table risk (
    risk_id    text primary key,
    title      text        not null,
    scenario   text        not null,
    category   text        not null check (category in ('DATA', 'AVAILABILITY', 'INTEGRITY', 'IDENTITY', 'SUPPLIER', 'COMPLIANCE', 'SAFETY')),
    state      text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    asset_id   text references asset,
    level      smallint check (level between 1 and 5),
    band       text check (band in ('WITHIN_APPETITE', 'WITHIN_TOLERANCE', 'ABOVE_TOLERANCE', 'ABOVE_CAPACITY')),
    raised_by  text        not null,
    raised_at  timestamptz not null
);
comment on column risk.level is 'The higher current level of both sides, 1 (very low) to 5 (very high); null until rated';

create table risk_case (
    case_id            text primary key,
    risk_id            text references risk,
    state              text        not null default 'OPEN' check (state in ('OPEN', 'SETTLED', 'SETTLED_WITH_DISSENT', 'ESCALATED', 'WITHDRAWN')),
    title              text        not null,
    scenario           text        not null,
    category           text        not null,
    benefit            text        not null,
    initiative_id      bigint references initiative,
    initiative_started boolean     not null,
    needed_by          date,
    raised_by          text        not null,
    opened_at          timestamptz not null,
    settled_at         timestamptz,
    asset_id           text references asset,
    deciding_group     text,
    it_level           smallint check (it_level between 1 and 5),
    it_residual        smallint check (it_residual between 1 and 5),
    security_level     smallint check (security_level between 1 and 5),
    security_residual  smallint check (security_residual between 1 and 5),
    position_gap       smallint,
    appetite           smallint check (appetite between 1 and 5),
    tolerance          smallint check (tolerance between 1 and 5),
    capacity           smallint check (capacity between 1 and 5),
    level              smallint check (level between 1 and 5),
    band               text check (band in ('WITHIN_APPETITE', 'WITHIN_TOLERANCE', 'ABOVE_TOLERANCE', 'ABOVE_CAPACITY')),
    route              text check (route in ('FAST_LANE', 'CHALLENGE')),
    check ((state in ('OPEN', 'ESCALATED')) or settled_at is not null)
);
create unique index one_open_case_per_risk on risk_case (risk_id) where state = 'OPEN';
create index risk_case_opened on risk_case (opened_at desc, case_id desc);

-- Who did what in a case. Duties that exclude each other are judged by it.
create table case_act (
    case_act_id bigint generated always as identity primary key,
    case_id     text        not null references risk_case,
    duty        text        not null,
    user_id     text        not null,
    acted_at    timestamptz not null
);
create index case_act_of_case on case_act (case_id, user_id);
create index case_act_of_user on case_act (user_id, case_id);

-- A position is never overwritten: another one is another version.
create table position (
    case_id             text        not null references risk_case,
    side                text        not null check (side in ('IT', 'SECURITY')),
    version             integer     not null check (version > 0),
    state               text        not null check (state in ('STATED', 'MISSING')),
    likelihood          smallint check (likelihood between 1 and 5),
    impact              smallint check (impact between 1 and 5),
    residual_likelihood smallint check (residual_likelihood between 1 and 5),
    residual_impact     smallint check (residual_impact between 1 and 5),
    reasoning           text,
    cost_of_delay       text,
    threat              text,
    evidence            text,
    stated_by           text,
    stated_at           timestamptz not null,
    primary key (case_id, side, version),
    check (state = 'MISSING' or (likelihood is not null and impact is not null and residual_likelihood is not null
        and residual_impact is not null and reasoning is not null and stated_by is not null))
);

create table decision (
    case_id               text        not null references risk_case,
    number                integer     not null check (number > 0),
    treatment             text        not null check (treatment in ('MITIGATE', 'ACCEPT', 'TRANSFER', 'AVOID', 'EXEMPT')),
    rationale             text        not null,
    review_on             date        not null,
    decided_by            text        not null,
    deciding_group        text        not null,
    decided_at            timestamptz not null,
    routing_level         smallint check (routing_level between 1 and 5),
    band                  text        not null,
    models                text        not null,
    counterparty          text,
    contract_on           date,
    deviates_from         text,
    compensating_controls text,
    ends_on               date,
    state                 text        not null default 'DECIDED' check (state in ('DECIDED', 'IN_FORCE', 'REFUSED', 'REPLACED')),
    in_force_since        timestamptz,
    primary key (case_id, number),
    check (treatment <> 'TRANSFER' or (counterparty is not null and contract_on is not null)),
    check (treatment <> 'EXEMPT' or (deviates_from is not null and compensating_controls is not null and ends_on is not null)),
    check (state <> 'IN_FORCE' or in_force_since is not null)
);
comment on column decision.models is 'The deployment whose models and rules it was decided under';

create table decision_option (
    case_id  text     not null,
    decision integer  not null,
    number   integer  not null check (number between 1 and 4),
    name     text     not null,
    benefit  text     not null,
    cost     text     not null,
    residual smallint not null check (residual between 1 and 5),
    primary key (case_id, decision, number),
    foreign key (case_id, decision) references decision
);

create table decision_action (
    case_id  text    not null,
    decision integer not null,
    number   integer not null check (number > 0),
    action   text    not null,
    owner    text    not null,
    due_on   date    not null,
    primary key (case_id, decision, number),
    foreign key (case_id, decision) references decision
);

create table assurance (
    case_id    text        not null,
    decision   integer     not null,
    outcome    text        not null check (outcome in ('ASSURED', 'OBJECTED', 'NOT_GIVEN')),
    informed   boolean     not null,
    defensible boolean     not null,
    opinion    text        not null,
    given_by   text        not null,
    given_at   timestamptz not null,
    primary key (case_id, decision),
    foreign key (case_id, decision) references decision
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'No % on %: what was recorded stays recorded', lower(tg_op), tg_table_name;
end $$;

do $$
declare
    t text;
begin
    foreach t in array array['case_act', 'position', 'decision_option', 'decision_action', 'assurance'] loop
        execute format('create trigger %1$I before update or delete or truncate on %2$I'
            || ' for each statement execute function refuse_change()', t || '_is_append_only', t);
        execute format('alter table %2$I enable always trigger %1$I', t || '_is_append_only', t);
    end loop;
end $$;

create trigger decision_is_not_removed before delete or truncate on decision
    for each statement execute function refuse_change();
alter table decision enable always trigger decision_is_not_removed;

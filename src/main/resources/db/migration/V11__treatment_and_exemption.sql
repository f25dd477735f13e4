-- What follows a decision: its actions and their effect, exemptions and their end, and how the level of a risk went.

alter table risk_case add column opened_because text;
comment on column risk_case.opened_because is 'Why Parley opened it; null where a person raised it';

-- A decision in force ends when a later one comes in force, when its exemption ends, or when it had no effect.
alter table decision drop constraint decision_state_check;
alter table decision add constraint decision_state_check
    check (state in ('DECIDED', 'IN_FORCE', 'REFUSED', 'REPLACED', 'ENDED'));
alter table decision
    add column ended_at timestamptz,
    add column ended_because text check (ended_because in
        ('LATER_DECISION', 'NOT_EFFECTIVE', 'NOT_VERIFIED', 'EXEMPTION_ENDED', 'RISK_CLOSED')),
    add column controls_owner text,
    add column renewal smallint not null default 0 check (renewal >= 0),
    add check ((state = 'ENDED') = (ended_at is not null and ended_because is not null));
comment on column decision.state is 'REPLACED by its revision before it was in force; ENDED after it was in force';
comment on column decision.renewal is 'How many exemptions on the risk went before, for an exemption';

-- What an exemption covers beside the asset of its case.
create table decision_asset (
    case_id  text    not null,
    decision integer not null,
    asset_id text    not null references asset,
    primary key (case_id, decision, asset_id),
    foreign key (case_id, decision) references decision
);

-- The latest decision that came in force, and what the level was rated by.
alter table risk
    add column decided_in text,
    add column decision integer,
    add column likelihood smallint check (likelihood between 1 and 5),
    add column impact smallint check (impact between 1 and 5),
    add column appetite smallint check (appetite between 1 and 5),
    add column tolerance smallint check (tolerance between 1 and 5),
    add column capacity smallint check (capacity between 1 and 5),
    add column security_missing boolean not null default false,
    add foreign key (decided_in, decision) references decision;
comment on column risk.decided_in is 'Case of the latest decision that came in force; it may have ended since';
comment on column risk.likelihood is 'Current likelihood of the side with the higher level';

alter table position add column verified boolean not null default false;
comment on column position.verified is 'Whether it is the score that the CISO verified after a treatment, which holds for both sides';

-- The level of a risk, each time that it was rated anew.
create table risk_rating (
    risk_id          text        not null references risk,
    number           integer     not null check (number > 0),
    cause            text        not null check (cause in ('POSITIONS', 'RESTATEMENT', 'VERIFICATION', 'APPETITE', 'ASSET')),
    case_id          text references risk_case,
    likelihood       smallint,
    impact           smallint,
    level            smallint,
    band             text        not null,
    appetite         smallint    not null,
    tolerance        smallint    not null,
    capacity         smallint    not null,
    security_missing boolean     not null,
    models           text        not null,
    rated_at         timestamptz not null,
    primary key (risk_id, number)
);
comment on column risk_rating.cause is 'APPETITE: the rules changed; ASSET: the class of the asset changed';
comment on column risk_rating.case_id is 'Where it was rated; null when the rules or the asset changed';

create sequence exemption_number;

create table exemption (
    exemption_id          text primary key,
    risk_id               text        not null references risk,
    case_id               text        not null,
    decision              integer     not null,
    renews                text references exemption,
    renewal               smallint    not null check (renewal >= 0),
    state                 text        not null default 'REQUESTED' check (state in
        ('REQUESTED', 'IN_FORCE', 'SUSPENDED', 'RENEWED', 'EXPIRED', 'REVOKED', 'REFUSED', 'CLOSED')),
    deviates_from         text        not null,
    justification         text        not null,
    compensating_controls text        not null,
    controls_owner        text        not null,
    requested_at          timestamptz not null,
    granted_at            timestamptz,
    original_end          date        not null,
    ends_on               date        not null,
    look_again_on         date        not null,
    attest_on             date,
    review_on             date,
    level                 smallint,
    models                text        not null,
    approved_by           text,
    approver_name         text,
    approver_role         text,
    foreign key (case_id, decision) references decision,
    unique (case_id, decision),
    check (state in ('REQUESTED', 'REFUSED', 'CLOSED') or (granted_at is not null and approver_name is not null and approver_role is not null))
);
comment on column exemption.original_end is 'The last day of the first exemption of those that renew each other';
comment on column exemption.ends_on is 'The last day';
comment on column exemption.look_again_on is 'When the decision said that it is looked at again';
comment on column exemption.attest_on is 'When the controls are attested next';
comment on column exemption.review_on is 'When the review before the last day begins';
comment on column exemption.approved_by is 'Who confirmed it, or else decided it; null for a ruling of the committee, which nobody gives alone';
create index exemption_of_risk on exemption (risk_id, requested_at desc);
create unique index one_exemption_in_force on exemption (risk_id) where state in ('IN_FORCE', 'SUSPENDED');
create index exemption_that_ends on exemption (ends_on) where state in ('IN_FORCE', 'SUSPENDED');

create table exemption_asset (
    exemption_id text not null references exemption,
    asset_id     text not null references asset,
    primary key (exemption_id, asset_id)
);

-- What became of an exemption, in order.
create table exemption_change (
    exemption_id text        not null references exemption,
    number       integer     not null check (number > 0),
    state        text        not null,
    reason       text,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    primary key (exemption_id, number)
);

create table attestation (
    exemption_id  text        not null references exemption,
    number        integer     not null check (number > 0),
    state         text        not null check (state in ('IN_PLACE', 'NOT_IN_PLACE', 'NOT_GIVEN')),
    evidence_link text,
    remark        text,
    attested_by   text,
    attested_at   timestamptz not null,
    primary key (exemption_id, number),
    check (state = 'NOT_GIVEN' or attested_by is not null)
);

create table attestation_check (
    exemption_id text        not null,
    number       integer     not null,
    outcome      text        not null check (outcome in ('CONFIRMED', 'FAILED', 'NOT_VERIFIED')),
    reasoning    text,
    checked_by   text,
    checked_at   timestamptz not null,
    primary key (exemption_id, number),
    foreign key (exemption_id, number) references attestation,
    check (outcome = 'NOT_VERIFIED' or checked_by is not null),
    check (outcome <> 'FAILED' or reasoning is not null)
);

create table exemption_review (
    exemption_id text        not null references exemption,
    number       integer     not null check (number > 0),
    outdated     boolean     not null,
    opened_at    timestamptz not null,
    primary key (exemption_id, number)
);
comment on column exemption_review.outdated is 'Whether it was opened because what the exemption rests on has changed';

create table exemption_advice (
    exemption_id text        not null,
    number       integer     not null,
    advice       text,
    given_by     text        not null,
    given_at     timestamptz not null,
    primary key (exemption_id, number),
    foreign key (exemption_id, number) references exemption_review
);

create table exemption_review_outcome (
    exemption_id text        not null,
    number       integer     not null,
    outcome      text        not null check (outcome in ('RENEW', 'CLOSE', 'LET_EXPIRE', 'NOT_REVIEWED')),
    ends_on      date,
    rationale    text,
    reviewed_by  text,
    reviewed_at  timestamptz not null,
    primary key (exemption_id, number),
    foreign key (exemption_id, number) references exemption_review,
    check (outcome = 'NOT_REVIEWED' or reviewed_by is not null),
    check (outcome not in ('RENEW', 'CLOSE') or rationale is not null),
    check (outcome <> 'RENEW' or ends_on is not null)
);
comment on column exemption_review_outcome.outcome is 'NOT_REVIEWED when time ran out, which lets the exemption expire';

-- The case that asks for a renewal, and what the owner proposed in the review.
create table exemption_renewal (
    case_id      text primary key references risk_case,
    exemption_id text not null references exemption,
    ends_on      date not null,
    rationale    text not null
);

-- What a decision rested on has changed since.
create table outdating (
    case_id    text        not null,
    decision   integer     not null,
    cause      text        not null check (cause in ('OWNER', 'ASSET_CLASS', 'LEVEL', 'SCORE', 'APPETITE')),
    detail     text        not null,
    noticed_at timestamptz not null,
    primary key (case_id, decision, cause, detail),
    foreign key (case_id, decision) references decision
);

-- That a review was opened because of it.
create table outdating_review (
    case_id   text        not null,
    decision  integer     not null,
    cause     text        not null,
    detail    text        not null,
    opened_at timestamptz not null,
    primary key (case_id, decision, cause, detail),
    foreign key (case_id, decision, cause, detail) references outdating
);

-- What an acceptance or an exemption rests on, as it was when it came in force.
create table decision_basis (
    case_id        text     not null,
    decision       integer  not null,
    asset_id       text     not null references asset,
    asset_class    text     not null,
    deciding_group text     not null,
    level          smallint,
    rating         integer  not null,
    appetite       smallint not null,
    tolerance      smallint not null,
    capacity       smallint not null,
    primary key (case_id, decision),
    foreign key (case_id, decision) references decision
);
comment on column decision_basis.rating is 'Number of the rating of the risk at that time';

create table treatment_plan (
    case_id  text        not null,
    decision integer     not null,
    begun_at timestamptz not null,
    primary key (case_id, decision),
    foreign key (case_id, decision) references decision
);

create table action_result (
    case_id       text        not null,
    decision      integer     not null,
    number        integer     not null,
    state         text        not null check (state in ('DONE', 'NOT_DONE', 'OVERDUE')),
    evidence_link text,
    remark        text,
    reported_by   text,
    reported_at   timestamptz not null,
    primary key (case_id, decision, number),
    foreign key (case_id, decision, number) references decision_action,
    check (state = 'OVERDUE' or reported_by is not null)
);
comment on column action_result.state is 'OVERDUE past its grace, when the plan was handed on to be verified; NOT_DONE by the word of its owner';

create table treatment_verification (
    case_id     text        not null,
    decision    integer     not null,
    outcome     text        not null check (outcome in ('EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_VERIFIED')),
    likelihood  smallint check (likelihood between 1 and 5),
    impact      smallint check (impact between 1 and 5),
    reasoning   text,
    verified_by text,
    verified_at timestamptz not null,
    primary key (case_id, decision),
    foreign key (case_id, decision) references decision,
    check (outcome = 'NOT_VERIFIED' or (likelihood is not null and impact is not null and reasoning is not null and verified_by is not null))
);

-- A change of RiskAppetite, before and after; the deployment whose rules the register was rated by last.
create table rules_applied (
    models     text        primary key,
    number     integer     not null generated always as identity unique,
    applied_at timestamptz not null
);

create table appetite_change (
    models           text     not null references rules_applied,
    asset_class      text     not null,
    category         text     not null,
    appetite_before  smallint not null,
    tolerance_before smallint not null,
    capacity_before  smallint not null,
    appetite         smallint not null,
    tolerance        smallint not null,
    capacity         smallint not null,
    primary key (models, asset_class, category, appetite_before, tolerance_before, capacity_before)
);

create table asset_change (
    asset_id     text        not null references asset,
    number       integer     not null check (number > 0),
    class_before text        not null,
    asset_class  text        not null,
    reason       text        not null,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    primary key (asset_id, number)
);

do $$
declare
    t text;
begin
    foreach t in array array['decision_asset', 'risk_rating', 'exemption_asset', 'exemption_change', 'attestation', 'attestation_check', 'exemption_review', 'exemption_advice', 'exemption_review_outcome', 'exemption_renewal', 'outdating', 'outdating_review', 'decision_basis', 'treatment_plan', 'action_result', 'treatment_verification', 'rules_applied', 'appetite_change', 'asset_change'] loop
        execute format('create trigger %1$I before update or delete or truncate on %2$I'
            || ' for each statement execute function refuse_change()', t || '_is_append_only', t);
        execute format('alter table %2$I enable always trigger %1$I', t || '_is_append_only', t);
    end loop;
end $$;

create trigger exemption_is_not_removed before delete or truncate on exemption
    for each statement execute function refuse_change();
alter table exemption enable always trigger exemption_is_not_removed;

-- What was recorded before this version.

update risk r
   set appetite = rated.appetite, tolerance = rated.tolerance, capacity = rated.capacity,
       likelihood = higher.likelihood, impact = higher.impact,
       security_missing = rated.security_level is null
  from (select distinct on (c.risk_id) c.* from risk_case c
         where c.appetite is not null
         order by c.risk_id, c.opened_at desc, c.case_id desc) rated
  left join lateral (
        select p.likelihood, p.impact from position p
         where p.case_id = rated.case_id and p.state = 'STATED'
           and p.side = case when coalesce(rated.it_level, 0) > coalesce(rated.security_level, 0) then 'IT' else 'SECURITY' end
         order by p.version desc limit 1) higher on true
 where rated.risk_id = r.risk_id;

insert into risk_rating (risk_id, number, cause, case_id, likelihood, impact, level, band, appetite, tolerance, capacity,
                         security_missing, models, rated_at)
select r.risk_id, 1, 'POSITIONS', rated.case_id, r.likelihood, r.impact, r.level, r.band, r.appetite, r.tolerance, r.capacity,
       r.security_missing, rated.models, coalesce(stated.at, rated.opened_at)
  from risk r
  join (select distinct on (c.risk_id) c.* from risk_case c
         where c.appetite is not null
         order by c.risk_id, c.opened_at desc, c.case_id desc) rated using (risk_id)
  left join lateral (select max(p.stated_at) as at from position p where p.case_id = rated.case_id) stated on true
 where r.band is not null and r.appetite is not null and rated.models is not null;

update risk r
   set decided_in = last.case_id, decision = last.number
  from (select distinct on (c.risk_id) c.risk_id, d.case_id, d.number
          from decision d join risk_case c using (case_id)
         where d.state = 'IN_FORCE'
         order by c.risk_id, d.in_force_since desc, d.case_id desc, d.number desc) last
 where last.risk_id = r.risk_id;

update decision d
   set state = 'ENDED', ended_because = 'LATER_DECISION',
       ended_at = (select later.in_force_since from decision later
                    where later.case_id = r.decided_in and later.number = r.decision)
  from risk_case c join risk r on r.risk_id = c.risk_id
 where c.case_id = d.case_id and d.state = 'IN_FORCE'
   and (d.case_id, d.number) is distinct from (r.decided_in, r.decision);

update decision d
   set state = 'ENDED', ended_because = 'RISK_CLOSED', ended_at = k.closed_at
  from risk_case c join closure k on k.risk_id = c.risk_id
 where c.case_id = d.case_id and d.state = 'IN_FORCE';

insert into exemption (exemption_id, risk_id, case_id, decision, renewal, state, deviates_from, justification,
                       compensating_controls, controls_owner, requested_at, granted_at, original_end, ends_on,
                       look_again_on, level, models, approved_by, approver_name, approver_role)
select 'EX-' || extract(year from d.decided_at) || '-' || lpad(counted.number, greatest(4, length(counted.number)), '0'),
       c.risk_id, d.case_id, d.number, 0,
       case d.state when 'DECIDED' then 'REQUESTED' when 'REFUSED' then 'REFUSED' when 'IN_FORCE' then 'IN_FORCE' else 'CLOSED' end,
       d.deviates_from, d.rationale, d.compensating_controls, d.deciding_group, d.decided_at, d.in_force_since, d.ends_on,
       d.ends_on, d.review_on, c.level, d.models,
       case when d.in_force_since is not null
            then case when ruled.ruled_by is null then d.decided_by else ruled.given_by end end,
       case when d.in_force_since is not null
            then case when ruled.ruled_by is null then d.decided_by
                      else coalesce(ruled.given_by, 'Steering committee') end end,
       case when d.in_force_since is not null
            then case when ruled.ruled_by is null then d.deciding_group
                      when ruled.ruled_by = 'CRO' then 'Chief risk officer'
                      else 'Presided over by ' || ruled.presiding end end
  from decision d
  join risk_case c using (case_id)
  left join lateral (
        select g.ruled_by, g.given_by, v.presiding
          from ruling g
          left join voting_round v on v.case_id = g.case_id and v.referral = g.referral and v.round = g.round
         where g.case_id = d.case_id and g.decision = d.number and g.outcome <> 'UPHOLD_OBJECTION' and g.state = 'IN_FORCE'
         order by g.referral desc, g.number desc limit 1) ruled on true
 cross join lateral (select nextval('exemption_number')::text as number where d.case_id is not null) counted
 where d.treatment = 'EXEMPT' and c.risk_id is not null;

insert into exemption_asset (exemption_id, asset_id)
select e.exemption_id, c.asset_id from exemption e join risk_case c using (case_id) where c.asset_id is not null;

insert into exemption_change (exemption_id, number, state, reason, changed_by, changed_at)
select e.exemption_id, 1, e.state, 'Recorded before exemptions had a life of their own', 'system', coalesce(e.granted_at, e.requested_at)
  from exemption e;

insert into decision_basis (case_id, decision, asset_id, asset_class, deciding_group, level, rating, appetite, tolerance, capacity)
select d.case_id, d.number, a.asset_id, a.asset_class, d.deciding_group, r.level, 1, r.appetite, r.tolerance, r.capacity
  from risk r
  join decision d on d.case_id = r.decided_in and d.number = r.decision
  join asset a on a.asset_id = r.asset_id
 where d.state = 'IN_FORCE' and d.treatment in ('ACCEPT', 'EXEMPT') and r.appetite is not null;

create index risk_by_level on risk (coalesce(level, 0), length(risk_id), risk_id);
create index risk_by_title on risk (lower(left(title, 60)), length(risk_id), risk_id);
create index risk_by_score on risk (likelihood, impact) where state = 'OPEN' and likelihood is not null;
create index risk_of_asset on risk (asset_id);
create index rating_by_rules on risk_rating (models, risk_id) where cause = 'APPETITE';

-- The words of a text that risks are looked for by. What PostgreSQL would take for an address, a number with a sign or a
-- tag is split into its words, so that "44228" finds "CVE-2021-44228".
create function search_words(said text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', translate(said, '-+./_@:<>&;=#~', '              '))
$$;
create index risk_words on risk using gin (search_words(title || ' ' || scenario));

-- The band of a level, for many risks at once; Appetite.bandOf and Assessment.band say the same of one.
create or replace function band_of(level integer, appetite integer, tolerance integer, capacity integer, security_missing boolean)
    returns text language sql immutable as $$
    select case
               when level > capacity then 'ABOVE_CAPACITY'
               when level is null or level > tolerance or security_missing then 'ABOVE_TOLERANCE'
               when level > appetite then 'WITHIN_TOLERANCE'
               else 'WITHIN_APPETITE'
           end
$$;

-- The one meaning of the five states. The latest decision that came in force counts, and what became of it.
create or replace function unacceptable_risks(today date) returns table (risk_id text, state text) language sql stable as $$
    select r.risk_id,
           case
               when e.state = 'IN_FORCE' and e.ends_on >= today then 'EXEMPTION_IN_FORCE'
               when e.state = 'EXPIRED' or (e.state in ('IN_FORCE', 'SUSPENDED') and e.ends_on < today) then 'EXEMPTION_EXPIRED'
               when d.state = 'IN_FORCE' and d.treatment = 'ACCEPT' and d.band in (r.band, 'ABOVE_CAPACITY')
                    and d.review_on >= today then 'ACCEPTED_ABOVE_TOLERANCE'
               when d.state = 'IN_FORCE' and d.treatment in ('MITIGATE', 'TRANSFER', 'AVOID') then 'IN_TREATMENT'
               else 'NO_DECISION'
           end
      from risk r
      left join decision d on d.case_id = r.decided_in and d.number = r.decision
      left join exemption e on e.case_id = d.case_id and e.decision = d.number
     where r.state = 'OPEN'
       and (r.band in ('ABOVE_TOLERANCE', 'ABOVE_CAPACITY')
            or (r.band is null
                and (select c.state from risk_case c where c.risk_id = r.risk_id
                      order by c.opened_at desc, c.case_id desc limit 1) = 'WITHDRAWN'))
$$;

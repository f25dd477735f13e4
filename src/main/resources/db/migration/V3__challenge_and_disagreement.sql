-- The challenge, disagreement on a decision, referrals, withdrawal.

alter table risk_case add column models text;
comment on column risk_case.models is 'The deployment by whose rules the positions were compared';
update risk_case c
   set models = d.deployment_id_
  from act_hi_procinst p
  join act_re_procdef d on d.id_ = p.proc_def_id_
 where p.business_key_ = c.case_id and p.proc_def_key_ = 'RiskIntake' and c.appetite is not null;

-- A case that waits for a ruling is not over yet.
drop index one_open_case_per_risk;
create unique index one_open_case_per_risk on risk_case (risk_id) where settled_at is null;
create index risk_case_of_risk on risk_case (risk_id, opened_at desc);

alter table position add column requested_by text;
comment on column position.requested_by is 'Who asked for a lower security position';

create table challenge (
    case_id        text primary key references risk_case,
    rounds_allowed smallint    not null check (rounds_allowed > 0),
    opened_at      timestamptz not null
);

create table challenge_statement (
    case_id               text primary key references challenge,
    examined              text,
    recommended_treatment text check (recommended_treatment in ('MITIGATE', 'ACCEPT', 'TRANSFER', 'AVOID', 'EXEMPT')),
    conditions            text,
    raised_by             text        not null,
    raised_at             timestamptz not null
);
create index challenge_statement_of_person on challenge_statement (raised_by, raised_at desc) where examined is not null;

create table question (
    case_id  text        not null references challenge,
    number   smallint    not null check (number > 0),
    round    smallint    not null check (round > 0),
    question text        not null,
    asked_by text        not null,
    asked_at timestamptz not null,
    primary key (case_id, number)
);

create table answer (
    case_id       text        not null,
    number        smallint    not null,
    state         text        not null check (state in ('ANSWERED', 'UNANSWERED')),
    answer        text,
    evidence_link text,
    answered_by   text,
    answered_at   timestamptz not null,
    primary key (case_id, number),
    foreign key (case_id, number) references question,
    check (state = 'UNANSWERED' or (answer is not null and answered_by is not null))
);
comment on column answer.answered_at is 'When it was answered, or found missing';

create table judgement (
    case_id   text        not null references challenge,
    round     smallint    not null check (round >= 0),
    outcome   text        not null check (outcome in ('SUPPORTED', 'SUPPORTED_WITH_CONDITIONS', 'CONTESTED', 'ANOTHER_ROUND', 'NOT_JUDGED')),
    satisfied smallint[]  not null default '{}',
    judged_by text,
    judged_at timestamptz not null,
    primary key (case_id, round),
    check (outcome = 'NOT_JUDGED' or judged_by is not null)
);
comment on column judgement.round is 'The round of questions that is judged; 0 where nothing was asked';

alter table decision add column revises integer check (revises < number);
comment on column decision.revises is 'Number of the decision that the owner revised after an objection';

alter table assurance
    alter column informed drop not null,
    alter column defensible drop not null,
    alter column opinion drop not null,
    alter column given_by drop not null,
    add check (outcome = 'NOT_GIVEN'
        or (informed is not null and defensible is not null and opinion is not null and given_by is not null));

-- The one attempt to agree on a decision that security objects to.
create table agreement (
    case_id  text        not null,
    decision integer     not null,
    side     text        not null check (side in ('IT', 'SECURITY')),
    outcome  text        not null check (outcome in ('STAND', 'REVISE', 'AGREED', 'DISAGREEMENT_CONFIRMED', 'NOT_SOUGHT')),
    said_by  text,
    said_at  timestamptz not null,
    primary key (case_id, decision, side),
    foreign key (case_id, decision) references decision,
    check (outcome = 'NOT_SOUGHT' or said_by is not null)
);
comment on column agreement.outcome is 'NOT_SOUGHT when time ran out, which counts as disagreement';

create table referral (
    case_id     text        not null references risk_case,
    number      integer     not null check (number > 0),
    sent_to     text        not null check (sent_to in ('COMMITTEE', 'CRO')),
    reason      text        not null check (reason in ('CONFLICT', 'AUTHORITY', 'OVERDUE')),
    decision    integer,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'REPLACED', 'WITHDRAWN')),
    referred_at timestamptz not null,
    closed_at   timestamptz,
    primary key (case_id, number),
    foreign key (case_id, decision) references decision,
    check (state = 'OPEN' or closed_at is not null)
);
comment on column referral.decision is 'The decision that waits for confirmation; null when it is overdue';
create unique index one_open_referral_per_case on referral (case_id) where state = 'OPEN';

create table withdrawal (
    case_id      text primary key references risk_case,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);

-- The CISO's word that a risk is gone.
create table closure (
    risk_id   text primary key references risk,
    reason    text        not null,
    closed_by text        not null,
    closed_at timestamptz not null
);

-- A task that changed hands within its office.
create table reassignment (
    reassignment_id bigint generated always as identity primary key,
    case_id         text        not null references risk_case,
    task            text        not null,
    from_user       text,
    to_user         text,
    changed_by      text        not null,
    changed_at      timestamptz not null
);
create index reassignment_of_case on reassignment (case_id, reassignment_id);

do $$
declare
    t text;
begin
    foreach t in array array['challenge', 'challenge_statement', 'question', 'answer', 'judgement', 'agreement', 'withdrawal', 'closure', 'reassignment'] loop
        execute format('create trigger %1$I before update or delete or truncate on %2$I'
            || ' for each statement execute function refuse_change()', t || '_is_append_only', t);
        execute format('alter table %2$I enable always trigger %1$I', t || '_is_append_only', t);
    end loop;
end $$;

create trigger referral_is_not_removed before delete or truncate on referral
    for each statement execute function refuse_change();
alter table referral enable always trigger referral_is_not_removed;

-- Every open risk above tolerance, in exactly one state. A risk without a security position, or withdrawn before it
-- was rated, counts as above.
create view unacceptable_risk as
select r.risk_id,
       case
           when d.treatment = 'ACCEPT' and d.band in (r.band, 'ABOVE_CAPACITY') and d.review_on >= current_date then 'ACCEPTED_ABOVE_TOLERANCE'
           when d.treatment in ('MITIGATE', 'TRANSFER', 'AVOID') then 'IN_TREATMENT'
           else 'NO_DECISION'
       end as state
  from risk r
  join lateral (select c.* from risk_case c where c.risk_id = r.risk_id order by c.opened_at desc, c.case_id desc limit 1) latest on true
  left join lateral (
        select i.treatment, i.band, i.review_on
          from decision i
          join risk_case ic using (case_id)
         where ic.risk_id = r.risk_id and i.state = 'IN_FORCE'
         order by i.in_force_since desc
         limit 1) d on true
 where r.state = 'OPEN'
   and (r.band in ('ABOVE_TOLERANCE', 'ABOVE_CAPACITY') or (r.band is null and latest.state = 'WITHDRAWN'));

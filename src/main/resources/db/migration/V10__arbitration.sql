-- The steering committee, its arbitration, and the ruling on a case that was handed up.

-- A composition is in force when the executive sponsor has endorsed it, until a later one is.
create table committee_composition (
    composition     integer generated always as identity primary key,
    chair           text        not null,
    alternate_chair text        not null check (alternate_chair <> chair),
    proposed_by     text        not null,
    proposed_at     timestamptz not null
);

create table committee_seat (
    composition integer not null references committee_composition,
    member      text    not null,
    function    text    not null,
    term_from   date    not null,
    term_to     date    not null check (term_to >= term_from),
    primary key (composition, member)
);

create table committee_endorsement (
    composition integer primary key references committee_composition,
    outcome     text        not null check (outcome in ('ENDORSED', 'REFUSED')),
    reason      text check (outcome = 'ENDORSED' or reason is not null),
    given_by    text        not null,
    given_at    timestamptz not null
);

alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in ('OPEN', 'REPLACED', 'WITHDRAWN', 'RULED'));

-- Both sides plead; what the one pleads shows when both have, or time is over.
create table plea (
    case_id      text        not null,
    referral     integer     not null,
    side         text        not null check (side in ('IT', 'SECURITY')),
    state        text        not null check (state in ('GIVEN', 'NOT_GIVEN')),
    plea         text,
    would_accept text,
    links        text,
    pleaded_by   text,
    pleaded_at   timestamptz not null,
    primary key (case_id, referral, side),
    foreign key (case_id, referral) references referral,
    check (state = 'NOT_GIVEN' or (plea is not null and pleaded_by is not null))
);

-- Why the committee could not be convened, each time that it was tried.
create table convening_refusal (
    case_id    text        not null,
    referral   integer     not null,
    number     integer     not null check (number > 0),
    reason     text        not null,
    refused_at timestamptz not null,
    primary key (case_id, referral, number),
    foreign key (case_id, referral) references referral
);

-- A round is a call to vote: the first, or the second one after the quorum was missed.
create table voting_round (
    case_id     text        not null,
    referral    integer     not null,
    round       smallint    not null check (round > 0),
    composition integer     not null references committee_composition,
    presiding   text        not null,
    called_at   timestamptz not null,
    primary key (case_id, referral, round),
    foreign key (case_id, referral) references referral
);

-- Who sits in a round; who is recused by the rules sits, but has no ballot.
create table round_member (
    case_id         text     not null,
    referral        integer  not null,
    round           smallint not null,
    member          text     not null,
    function        text     not null,
    recused_because text,
    primary key (case_id, referral, round, member),
    foreign key (case_id, referral, round) references voting_round
);

-- One ballot per case, round and member: a vote, or a recusal by the member.
create table ballot (
    case_id        text        not null,
    referral       integer     not null,
    round          smallint    not null,
    member         text        not null,
    vote           text check (vote in ('UPHOLD_DECISION', 'UPHOLD_OBJECTION', 'IMPOSE_CONDITIONS', 'REFER_TO_CRO', 'ABSTAIN')),
    recusal_reason text,
    comment        text,
    cast_at        timestamptz not null,
    primary key (case_id, referral, round, member),
    foreign key (case_id, referral, round, member) references round_member,
    check ((vote is null) <> (recusal_reason is null))
);

create table ballot_condition (
    case_id   text     not null,
    referral  integer  not null,
    round     smallint not null,
    member    text     not null,
    number    smallint not null check (number > 0),
    condition text     not null,
    owner     text     not null,
    due_on    date     not null,
    primary key (case_id, referral, round, member, number),
    foreign key (case_id, referral, round, member) references ballot
);

create table tally (
    case_id           text        not null,
    referral          integer     not null,
    round             smallint    not null,
    uphold_decision   smallint    not null,
    uphold_objection  smallint    not null,
    impose_conditions smallint    not null,
    refer_to_cro      smallint    not null,
    abstained         smallint    not null,
    recused           smallint    not null,
    not_voted         smallint    not null,
    quorum            boolean     not null,
    result            text        not null check (result in ('RULING', 'NOT_CONFIRMED', 'SECOND_CALL', 'REFER_TO_CRO')),
    tallied_at        timestamptz not null,
    primary key (case_id, referral, round),
    foreign key (case_id, referral, round) references voting_round
);
comment on column tally.recused is 'By the rules and by themselves';

-- Why a referral to the committee came to the chief risk officer.
create table passing_on (
    case_id   text        not null,
    referral  integer     not null,
    cause     text        not null check (cause in ('VOTED', 'NO_MAJORITY', 'NO_QUORUM', 'NO_COMMITTEE', 'APPEAL')),
    passed_at timestamptz not null,
    primary key (case_id, referral, cause),
    foreign key (case_id, referral) references referral
);

create table ruling (
    case_id        text        not null,
    referral       integer     not null,
    number         smallint    not null check (number > 0),
    ruled_by       text        not null check (ruled_by in ('COMMITTEE', 'CRO')),
    outcome        text        not null check (outcome in ('UPHOLD_DECISION', 'UPHOLD_OBJECTION', 'IMPOSE_CONDITIONS')),
    decision       integer,
    round          smallint,
    reasons        text,
    given_by       text,
    given_at       timestamptz not null,
    models         text        not null,
    state          text        not null default 'GIVEN' check (state in ('GIVEN', 'IN_FORCE', 'SET_ASIDE')),
    in_force_since timestamptz,
    primary key (case_id, referral, number),
    foreign key (case_id, referral) references referral,
    foreign key (case_id, decision) references decision,
    foreign key (case_id, referral, round) references voting_round,
    check (ruled_by = 'COMMITTEE' or (reasons is not null and given_by is not null)),
    check (ruled_by = 'CRO' or round is not null),
    check (decision is not null or outcome <> 'UPHOLD_DECISION'),
    check (state <> 'IN_FORCE' or in_force_since is not null)
);
comment on column ruling.decision is 'The decision that it is about; null when the owner has not decided in time';
comment on column ruling.state is 'SET_ASIDE when the chief risk officer ruled on an appeal against it';
comment on column ruling.models is 'The deployment whose rules it was given under';
create index ruling_given on ruling (given_at desc, case_id, referral, number);

create table ruling_condition (
    case_id   text     not null,
    referral  integer  not null,
    ruling    smallint not null,
    number    smallint not null check (number > 0),
    condition text     not null,
    owner     text     not null,
    due_on    date     not null,
    primary key (case_id, referral, ruling, number),
    foreign key (case_id, referral, ruling) references ruling
);

create table acknowledgement (
    case_id  text        not null,
    referral integer     not null,
    ruling   smallint    not null,
    side     text        not null check (side in ('IT', 'SECURITY')),
    state    text        not null check (state in ('ACKNOWLEDGED', 'APPEALED', 'FORFEITED')),
    remark   text,
    grounds  text,
    given_by text,
    given_at timestamptz not null,
    primary key (case_id, referral, ruling, side),
    foreign key (case_id, referral, ruling) references ruling,
    check (state = 'FORFEITED' or given_by is not null),
    check (state <> 'APPEALED' or grounds is not null)
);
create unique index one_appeal_per_referral on acknowledgement (case_id, referral) where state = 'APPEALED';

alter table decision_action add column imposed boolean not null default false;
comment on column decision_action.imposed is 'Whether a ruling imposed it as a condition';

do $$
declare
    t text;
begin
    foreach t in array array['committee_composition', 'committee_seat', 'committee_endorsement', 'plea', 'convening_refusal', 'voting_round', 'round_member', 'ballot', 'ballot_condition', 'tally', 'passing_on', 'ruling_condition', 'acknowledgement'] loop
        execute format('create trigger %1$I before update or delete or truncate on %2$I'
            || ' for each statement execute function refuse_change()', t || '_is_append_only', t);
        execute format('alter table %2$I enable always trigger %1$I', t || '_is_append_only', t);
    end loop;
end $$;

create trigger ruling_is_not_removed before delete or truncate on ruling
    for each statement execute function refuse_change();
alter table ruling enable always trigger ruling_is_not_removed;

-- An exemption is its decision, until it has a life of its own.
create or replace function unacceptable_risks(today date) returns table (risk_id text, state text) language sql stable as $$
    select r.risk_id,
           case
               when d.treatment = 'EXEMPT' and d.ends_on >= today then 'EXEMPTION_IN_FORCE'
               when d.treatment = 'EXEMPT' then 'EXEMPTION_EXPIRED'
               when d.treatment = 'ACCEPT' and d.band in (r.band, 'ABOVE_CAPACITY') and d.review_on >= today then 'ACCEPTED_ABOVE_TOLERANCE'
               when d.treatment in ('MITIGATE', 'TRANSFER', 'AVOID') then 'IN_TREATMENT'
               else 'NO_DECISION'
           end
      from risk r
      join lateral (select c.* from risk_case c where c.risk_id = r.risk_id order by c.opened_at desc, c.case_id desc limit 1) latest on true
      left join lateral (
            select i.treatment, i.band, i.review_on, i.ends_on
              from decision i
              join risk_case ic using (case_id)
             where ic.risk_id = r.risk_id and i.state = 'IN_FORCE'
             order by i.in_force_since desc
             limit 1) d on true
     where r.state = 'OPEN'
       and (r.band in ('ABOVE_TOLERANCE', 'ABOVE_CAPACITY') or (r.band is null and latest.state = 'WITHDRAWN'))
$$;

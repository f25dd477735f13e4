-- Risks number :first to :last, as a register of some years would hold them: nine in ten are open, two in three are
-- decided on, and what was noticed of these is reviewed. Statements end with a semicolon at the end of a line.

insert into asset (asset_id, name, asset_class)
select 'B-' || n, 'Service ' || n, case when n % 3 = 0 then 'BUSINESS_UNIT' else 'SHARED' end
  from generate_series(1, 500) n
on conflict do nothing;

create temporary table life as
with scored as (
      select n, lpad(n::text, greatest(4, length(n::text)), '0') as digits, 'B-' || 1 + n % 500 as asset_id,
             (array['DATA', 'AVAILABILITY', 'INTEGRITY', 'IDENTITY', 'SUPPLIER', 'COMPLIANCE', 'SAFETY'])[1 + n % 7] as category,
             1 + abs(hashint4(n)) % 5 as likelihood, 1 + abs(hashint4(n + 1000003)) % 5 as impact, n % 11 = 4 as closed,
             case when n % 3 <> 0 then (array['MITIGATE', 'ACCEPT', 'MITIGATE', 'EXEMPT', 'ACCEPT'])[1 + n % 5] end as treatment,
             date_trunc('day', now()) - interval '1000 days' + n * interval '14 minutes' as begun
        from generate_series(:first, :last) n),
     rated as (
      select s.*, a.asset_class, case a.asset_class when 'SHARED' then 'cio' else 'risk-owner' end as decides,
             (array[1, 1, 2, 2, 2, 1, 2, 2, 3, 3, 2, 2, 3, 4, 4, 2, 3, 4, 4, 5, 3, 4, 4, 5, 5])[likelihood * 5 + impact - 5] as level,
             case when a.asset_class = 'SHARED' and s.category = 'SAFETY' then 1 else 2 end as appetite
        from scored s join asset a using (asset_id))
select r.*, 'R-2031-' || digits as risk_id, 'RC-2031-' || digits as case_id, 'EX-2031-' || digits as exemption_id,
       appetite + 1 as tolerance, appetite + 2 as capacity,
       band_of(level, appetite, appetite + 1, appetite + 2, false) as band,
       case when treatment is null then null
            when closed then 'RISK_CLOSED'
            when treatment = 'EXEMPT' and n % 20 = 3 then 'EXEMPTION_ENDED'
            when treatment = 'MITIGATE' and n % 50 = 0 then 'NOT_EFFECTIVE'
            when treatment = 'MITIGATE' and n % 50 = 2 then 'NOT_VERIFIED' end as ended_because,
       case when treatment is distinct from 'EXEMPT' then null
            when closed then 'CLOSED'
            when n % 20 = 3 then 'EXPIRED'
            when n % 40 = 8 then 'SUSPENDED'
            else 'IN_FORCE' end as exemption,
       not closed and n % 20 = 6 as discussed,
       treatment = 'EXEMPT' and n % 8 = 3 as in_review
  from rated r;

analyze life;

insert into risk (risk_id, title, scenario, category, state, asset_id, level, band, raised_by, raised_at, likelihood,
                  impact, appetite, tolerance, capacity)
select risk_id,
       (array['Unpatched', 'Exposed', 'Forgotten', 'Shared', 'Outdated', 'Unwatched', 'Borrowed'])[1 + n % 7] || ' '
           || (array['gateway', 'backup', 'account', 'interface', 'server', 'printer', 'archive', 'script', 'supplier',
                     'database', 'firewall'])[1 + n % 11] || ' of service ' || n,
       'Somebody comes in through ticket T' || n || ' and takes what is there, as happened in region ' || n % 97 || '.',
       category, case when closed then 'CLOSED' else 'OPEN' end, asset_id, level, band, 'user' || n % 5000, begun,
       likelihood, impact, appetite, tolerance, capacity
  from life;

-- One case in which it was decided, for one risk in four another one before it, and for one in twenty one that is open.
insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started, raised_by,
                       opened_at, settled_at, asset_id, deciding_group, it_level, security_level, position_gap, appetite,
                       tolerance, capacity, level, band, route, models)
select c.case_id, l.risk_id, case when c.open then 'OPEN' when l.n % 9 = 1 then 'ESCALATED' else 'SETTLED' end, r.title,
       r.scenario, l.category, 'Work goes on.', false, r.raised_by, c.opened_at,
       case when not c.open then c.opened_at + interval '9 days' end, l.asset_id, l.decides, l.level, l.level, 0, l.appetite,
       l.tolerance, l.capacity, l.level, l.band, 'CHALLENGE', 'none'
  from life l
  join risk r using (risk_id)
 cross join lateral (
       values (l.case_id, l.begun, false, true),
              (replace(l.case_id, '2031', '2030'), l.begun - interval '20 days', false, l.n % 4 = 1),
              (replace(l.case_id, '2031', '2032'), l.begun + interval '20 days', true, l.discussed))
       c (case_id, opened_at, open, happened)
 where c.happened;

insert into case_act (case_id, duty, user_id, acted_at)
select c.case_id, duty, case duty when 'RAISE' then c.raised_by when 'STATE_IT' then 'cio' else 'ciso' end, c.opened_at
  from life l join risk_case c using (risk_id)
 cross join unnest(array['RAISE', 'STATE_IT', 'STATE_SECURITY', 'ASSURE']) duty;

insert into case_act (case_id, duty, user_id, acted_at)
select case_id, 'IDENTIFY', 'requester', begun from life where n % 40 = 1 and n < 2000;

insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood, residual_impact, reasoning,
                      stated_by, stated_at)
select c.case_id, side, 1, 'STATED', l.likelihood, l.impact, 1, 1, 'As it is.', lower(side), c.opened_at
  from life l join risk_case c using (risk_id) cross join unnest(array['IT', 'SECURITY']) side;

insert into risk_rating (risk_id, number, cause, case_id, likelihood, impact, level, band, appetite, tolerance, capacity,
                         security_missing, models, rated_at)
select risk_id, number, 'POSITIONS', case_id, likelihood, impact, level, band, appetite, tolerance, capacity, false, 'none',
       begun + number * interval '2 days'
  from life cross join generate_series(1, 2) number;

insert into challenge (case_id, rounds_allowed, opened_at) select case_id, 2, begun from life where n % 2 = 0;

insert into question (case_id, number, round, question, asked_by, asked_at)
select case_id, number, 1, 'What holds it off?', 'ciso', begun from life cross join generate_series(1, 2) number where n % 2 = 0;

insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group, decided_at, band,
                      models, deviates_from, compensating_controls, ends_on, state, in_force_since, ended_at, ended_because)
select case_id, 1, treatment, 'It costs less.', current_date + n % 700 - 50, decides, decides, begun, band, 'none',
       case treatment when 'EXEMPT' then 'The rule on patches' end, case treatment when 'EXEMPT' then 'It is watched.' end,
       case when exemption = 'EXPIRED' then current_date - 1 - n % 300 when treatment = 'EXEMPT' then current_date + n % 300 end,
       case when ended_because is null then 'IN_FORCE' else 'ENDED' end, begun + interval '9 days',
       case when ended_because is not null then begun + interval '18 days' end, ended_because
  from life where treatment is not null;

insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group, decided_at, band,
                      models, state, in_force_since, ended_at, ended_because)
select replace(case_id, '2031', '2030'), 1, 'ACCEPT', 'It costs less.', begun::date, decides, decides,
       begun - interval '15 days', band, 'none', 'ENDED', begun - interval '11 days', begun + interval '9 days', 'LATER_DECISION'
  from life where n % 4 = 1 and treatment is not null;

update risk r set decided_in = l.case_id, decision = 1 from life l where l.risk_id = r.risk_id and l.treatment is not null;

insert into decision_action (case_id, decision, number, action, owner, due_on)
select case_id, 1, number, 'Do it.', case when number = 1 then decides else 'user' || n % 5000 end, current_date + n % 90
  from life cross join generate_series(1, 2) number where treatment = 'MITIGATE';

insert into treatment_plan (case_id, decision, begun_at)
select case_id, 1, begun + interval '9 days' from life where treatment = 'MITIGATE';

insert into action_result (case_id, decision, number, state, reported_by, reported_at)
select case_id, 1, 1, 'DONE', decides, begun + interval '12 days' from life where treatment = 'MITIGATE';

insert into assurance (case_id, decision, outcome, informed, defensible, opinion, given_by, given_at)
select case_id, 1, case when n % 9 = 1 then 'OBJECTED' else 'ASSURED' end, true, n % 9 <> 1, 'So it is.', 'ciso',
       begun + interval '5 days'
  from life where treatment is not null;

insert into referral (case_id, number, sent_to, reason, decision, state, referred_at, closed_at)
select case_id, 1, 'CRO', 'CONFLICT', 1, 'RULED', begun + interval '6 days', begun + interval '9 days'
  from life where treatment is not null and n % 9 = 1;

insert into ruling (case_id, referral, number, ruled_by, outcome, decision, reasons, given_by, given_at, models, state,
                    in_force_since)
select case_id, 1, 1, 'CRO', 'UPHOLD_DECISION', 1, 'It is worth it.', 'cro', begun + interval '8 days', 'none', 'IN_FORCE',
       begun + interval '9 days'
  from life where treatment is not null and n % 9 = 1;

insert into exemption (exemption_id, risk_id, case_id, decision, renewal, state, deviates_from, justification,
                       compensating_controls, controls_owner, requested_at, granted_at, original_end, ends_on,
                       look_again_on, attest_on, review_on, level, models, approved_by, approver_name, approver_role)
select l.exemption_id, l.risk_id, l.case_id, 1, 0, l.exemption, d.deviates_from, d.rationale, d.compensating_controls,
       l.decides, d.decided_at, d.in_force_since, d.ends_on, d.ends_on, d.review_on, current_date + l.n % 90,
       d.ends_on - 30, l.level, d.models, 'cro', 'Chief risk officer', 'CRO'
  from life l join decision d using (case_id) where l.exemption is not null;

insert into exemption_change (exemption_id, number, state, changed_by, changed_at)
select exemption_id, number, case number when 1 then 'IN_FORCE' else exemption end, 'cro', begun + number * interval '9 days'
  from life cross join generate_series(1, 2) number
 where exemption is not null and (number = 1 or exemption <> 'IN_FORCE');

insert into attestation (exemption_id, number, state, attested_by, attested_at)
select exemption_id, number, 'IN_PLACE', 'cio', begun + number * interval '90 days'
  from life cross join generate_series(1, 2) number where exemption is not null;

insert into attestation_check (exemption_id, number, outcome, checked_by, checked_at)
select exemption_id, number, 'CONFIRMED', 'ciso', begun + number * interval '91 days'
  from life cross join generate_series(1, 2) number where exemption is not null;

-- One acceptance or exemption in seventeen rests on another level than that of now, one in thirty-four on another class.
insert into decision_basis (case_id, decision, asset_id, asset_class, deciding_group, level, rating, appetite, tolerance,
                            capacity)
select case_id, 1, asset_id,
       case when n % 34 = 3 then case asset_class when 'SHARED' then 'BUSINESS_UNIT' else 'SHARED' end else asset_class end,
       case when n % 34 = 3 then case decides when 'cio' then 'risk-owner' else 'cio' end else decides end,
       case when n % 17 = 1 then 6 - level else level end, 2, appetite, tolerance, capacity
  from life where treatment in ('ACCEPT', 'EXEMPT');

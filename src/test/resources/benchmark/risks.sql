-- Risks number :first to :last, as a register of some years would hold them. Statements end with a semicolon at the end of a line.

insert into asset (asset_id, name, asset_class)
select 'B-' || n, 'Service ' || n, case when n % 3 = 0 then 'BUSINESS_UNIT' else 'SHARED' end
  from generate_series(1, 500) n
on conflict do nothing;

insert into risk (risk_id, title, scenario, category, state, asset_id, level, band, raised_by, raised_at, likelihood,
                  impact, appetite, tolerance, capacity)
select 'R-2031-' || lpad(n::text, greatest(4, length(n::text)), '0'),
       (array['Unpatched', 'Exposed', 'Forgotten', 'Shared', 'Outdated', 'Unwatched', 'Borrowed'])[1 + n % 7] || ' '
           || (array['gateway', 'backup', 'account', 'interface', 'server', 'printer', 'archive', 'script', 'supplier',
                     'database', 'firewall'])[1 + n % 11] || ' of service ' || n,
       'Somebody comes in through ticket T' || n || ' and takes what is there, as happened in region ' || n % 97 || '.',
       (array['DATA', 'AVAILABILITY', 'INTEGRITY', 'IDENTITY', 'SUPPLIER', 'COMPLIANCE', 'SAFETY'])[1 + n % 7],
       case when n % 10 = 0 then 'CLOSED' else 'OPEN' end, 'B-' || 1 + n % 500, level,
       case when level > 4 then 'ABOVE_CAPACITY' when level > 3 then 'ABOVE_TOLERANCE' when level > 2 then 'WITHIN_TOLERANCE'
            else 'WITHIN_APPETITE' end,
       'user' || n % 5000, timestamptz '2031-01-01' + n * interval '1 minute', likelihood, impact, 2, 3, 4
  from (select n, likelihood, impact, (array[1, 1, 2, 2, 2, 1, 2, 2, 3, 3, 2, 2, 3, 4, 4, 2, 3, 4, 4, 5, 3, 4, 4, 5, 5])
                                       [likelihood * 5 + impact - 5] as level
          from (select n, 1 + abs(hashint4(n)) % 5 as likelihood, 1 + abs(hashint4(n + 1000003)) % 5 as impact
                  from generate_series(:first, :last) n) scored) rated;

insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started, raised_by,
                       opened_at, settled_at, asset_id, deciding_group, level, band, route, models)
select replace(r.risk_id, 'R-', 'RC-'), r.risk_id, 'SETTLED', r.title, r.scenario, r.category, 'Work goes on.', false,
       r.raised_by, r.raised_at, r.raised_at + interval '9 days', r.asset_id,
       case a.asset_class when 'SHARED' then 'cio' else 'risk-owner' end, r.level, r.band, 'CHALLENGE', 'none'
  from risk r join asset a using (asset_id)
 where r.risk_id like 'R-2031-%' and substr(r.risk_id, 8)::integer between :first and :last;

insert into case_act (case_id, duty, user_id, acted_at)
select c.case_id, duty, case duty when 'RAISE' then c.raised_by when 'STATE_IT' then 'cio' else 'ciso' end, c.opened_at
  from risk_case c cross join unnest(array['RAISE', 'STATE_IT', 'STATE_SECURITY', 'ASSURE']) duty
 where c.case_id like 'RC-2031-%' and substr(c.case_id, 9)::integer between :first and :last;

insert into case_act (case_id, duty, user_id, acted_at)
select c.case_id, 'IDENTIFY', 'requester', c.opened_at
  from risk_case c
 where c.case_id like 'RC-2031-%' and substr(c.case_id, 9)::integer between :first and :last
   and substr(c.case_id, 9)::integer % 40 = 1 and substr(c.case_id, 9)::integer < 2000;

insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood, residual_impact, reasoning,
                      stated_by, stated_at)
select c.case_id, side, 1, 'STATED', r.likelihood, r.impact, 1, 1, 'As it is.', lower(side), c.opened_at
  from risk_case c join risk r using (risk_id) cross join unnest(array['IT', 'SECURITY']) side
 where c.case_id like 'RC-2031-%' and substr(c.case_id, 9)::integer between :first and :last;

insert into risk_rating (risk_id, number, cause, case_id, likelihood, impact, level, band, appetite, tolerance, capacity,
                         security_missing, models, rated_at)
select r.risk_id, number, 'POSITIONS', replace(r.risk_id, 'R-', 'RC-'), r.likelihood, r.impact, r.level, r.band, 2, 3, 4,
       false, 'none', r.raised_at + number * interval '2 days'
  from risk r cross join generate_series(1, 2) number
 where r.risk_id like 'R-2031-%' and substr(r.risk_id, 8)::integer between :first and :last;

insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group, decided_at, band,
                      models, deviates_from, compensating_controls, ends_on, state, in_force_since)
select c.case_id, 1, treatment, 'It costs less.', current_date + n % 700 - 50, c.deciding_group, c.deciding_group,
       c.opened_at, c.band, 'none', case treatment when 'EXEMPT' then 'The rule on patches' end,
       case treatment when 'EXEMPT' then 'It is watched.' end, case treatment when 'EXEMPT' then current_date + n % 300 end,
       'IN_FORCE', c.opened_at + interval '9 days'
  from (select *, substr(case_id, 9)::integer as n,
               (array['MITIGATE', 'ACCEPT', 'MITIGATE', 'EXEMPT', 'ACCEPT'])[1 + substr(case_id, 9)::integer % 5] as treatment
          from risk_case where case_id like 'RC-2031-%') c
 where n between :first and :last and n % 3 <> 0;

update risk r set decided_in = d.case_id, decision = d.number
  from decision d join risk_case c using (case_id)
 where c.risk_id = r.risk_id and d.case_id like 'RC-2031-%' and substr(d.case_id, 9)::integer between :first and :last;

insert into exemption (exemption_id, risk_id, case_id, decision, renewal, state, deviates_from, justification,
                       compensating_controls, controls_owner, requested_at, granted_at, original_end, ends_on,
                       look_again_on, level, models, approved_by, approver_name, approver_role)
select replace(d.case_id, 'RC-', 'EX-'), c.risk_id, d.case_id, d.number, 0,
       case when substr(d.case_id, 9)::integer % 50 = 3 then 'SUSPENDED' else 'IN_FORCE' end, d.deviates_from, d.rationale,
       d.compensating_controls, d.deciding_group, d.decided_at, d.in_force_since, d.ends_on, d.ends_on, d.review_on, c.level,
       d.models, 'cro', 'Chief risk officer', 'CRO'
  from decision d join risk_case c using (case_id)
 where d.treatment = 'EXEMPT' and d.case_id like 'RC-2031-%' and substr(d.case_id, 9)::integer between :first and :last;

insert into outdating (case_id, decision, cause, detail, noticed_at)
select d.case_id, d.number, 'LEVEL', 'The level is another one.', d.in_force_since
  from decision d
 where d.treatment in ('ACCEPT', 'EXEMPT') and d.case_id like 'RC-2031-%'
   and substr(d.case_id, 9)::integer between :first and :last and substr(d.case_id, 9)::integer % 17 = 1;

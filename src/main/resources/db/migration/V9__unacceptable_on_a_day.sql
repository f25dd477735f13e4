-- Which day it is, is told by whoever asks: the day of Parley's clock in the organisation's zone, not the database's.

create function unacceptable_risks(today date) returns table (risk_id text, state text) language sql stable as $$
    select r.risk_id,
           case
               when d.treatment = 'ACCEPT' and d.band in (r.band, 'ABOVE_CAPACITY') and d.review_on >= today then 'ACCEPTED_ABOVE_TOLERANCE'
               when d.treatment in ('MITIGATE', 'TRANSFER', 'AVOID') then 'IN_TREATMENT'
               else 'NO_DECISION'
           end
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
       and (r.band in ('ABOVE_TOLERANCE', 'ABOVE_CAPACITY') or (r.band is null and latest.state = 'WITHDRAWN'))
$$;
comment on function unacceptable_risks is 'Every open risk above tolerance, in exactly one state on that day';

create or replace view unacceptable_risk as select risk_id, state from unacceptable_risks(current_date);
comment on view unacceptable_risk is 'For whoever reads the database by hand: the state on the day of the session';

-- Whatever was noticed is reviewed, but where a case is open or the exemption is in review: that is how it stays.

insert into outdating_review (case_id, decision, cause, detail, opened_at)
select o.case_id, o.decision, o.cause, o.detail, o.noticed_at
  from outdating o
  join risk_case c using (case_id)
 where not exists (select 1 from risk_case open where open.risk_id = c.risk_id and open.settled_at is null)
   and not exists (select 1 from exemption e
                    where (e.case_id, e.decision) = (o.case_id, o.decision)
                      and not exists (select 1 from act_ru_execution x
                                        join act_ru_event_subscr s on s.proc_inst_id_ = x.proc_inst_id_
                                       where x.business_key_ = e.case_id and s.event_name_ = 'Msg_ExemptionOutdated'))
on conflict do nothing;

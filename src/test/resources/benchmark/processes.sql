-- What the engine runs for the risks of risks.sql, after the example of the cases :treated, :exempted and :discussed.

create temporary table twin as
select x.root_proc_inst_id_ as root, x.business_key_ as example, '-' || l.n as suffix, l.n, l.in_review,
       case x.business_key_ when :discussed then replace(l.case_id, '2031', '2032') else l.case_id end as case_id
  from act_ru_execution x
  join life l on case x.business_key_
                      when :treated then l.treatment = 'MITIGATE' and l.ended_because is null
                      when :exempted then l.exemption in ('IN_FORCE', 'SUSPENDED')
                      when :discussed then l.discussed end
 where x.id_ = x.root_proc_inst_id_;

create temporary table part as
select x.id_, x.proc_inst_id_, t.suffix, t.n, t.example, t.case_id, t.in_review
  from twin t
  join act_ru_execution i on i.root_proc_inst_id_ = t.root and i.id_ = i.proc_inst_id_
  join act_ru_execution x on x.proc_inst_id_ = i.id_;

analyze part;

insert into act_ru_execution
select y.*
  from part p join act_ru_execution x on x.id_ = p.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object(
       'id_', x.id_ || suffix, 'root_proc_inst_id_', x.root_proc_inst_id_ || suffix,
       'proc_inst_id_', x.proc_inst_id_ || suffix, 'parent_id_', x.parent_id_ || suffix,
       'super_exec_', x.super_exec_ || suffix, 'business_key_', case when x.business_key_ is not null then p.case_id end)) y;

insert into act_ru_event_subscr
select y.*
  from part p join act_ru_event_subscr x on x.execution_id_ = p.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object(
       'id_', x.id_ || suffix, 'execution_id_', x.execution_id_ || suffix, 'proc_inst_id_', x.proc_inst_id_ || suffix)) y
 where not (p.in_review and x.event_name_ = 'Msg_ExemptionOutdated');

insert into act_ru_job
select y.*
  from part p join act_ru_job x on x.execution_id_ = p.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object(
       'id_', x.id_ || suffix, 'execution_id_', x.execution_id_ || suffix,
       'root_proc_inst_id_', x.root_proc_inst_id_ || suffix,
       'process_instance_id_', x.process_instance_id_ || suffix,
       'duedate_', x.duedate_ + n % 60 * interval '1 day')) y;

insert into act_ru_task
select y.*
  from part p join act_ru_task x on x.execution_id_ = p.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object(
       'id_', x.id_ || suffix, 'execution_id_', x.execution_id_ || suffix, 'proc_inst_id_', x.proc_inst_id_ || suffix,
       'due_date_', x.due_date_ + (n % 60 - 10) * interval '1 day')) y;

insert into act_ru_identitylink
select y.*
  from part p join act_ru_task t on t.execution_id_ = p.id_ join act_ru_identitylink x on x.task_id_ = t.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object('id_', x.id_ || suffix, 'task_id_', x.task_id_ || suffix)) y;

insert into act_ru_variable
select y.*
  from part p join act_ru_variable x on x.execution_id_ = p.id_
 cross join lateral jsonb_populate_record(x, jsonb_build_object(
       'id_', x.id_ || suffix, 'execution_id_', x.execution_id_ || suffix, 'proc_inst_id_', x.proc_inst_id_ || suffix,
       'task_id_', x.task_id_ || suffix, 'var_scope_', x.var_scope_ || suffix,
       'text_', case x.text_ when p.example then p.case_id else x.text_ end)) y;

drop table part;

drop table twin;

drop table life;

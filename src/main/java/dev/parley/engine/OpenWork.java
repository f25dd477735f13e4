package dev.parley.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.engine.task.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a process waits for, in all cases at once. */
@Component
public class OpenWork {

	private final JdbcClient jdbc;

	OpenWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The open user tasks of a process, by case, those due first first.
	 * @param process id of the process
	 * @param user who looks: some of the tasks may be this person's
	 * @param groups groups of the person
	 */
	public Map<String, List<OpenTask>> tasks(String process, String user, Set<String> groups) {
		return this.jdbc.sql("""
				select p.business_key_ as case_id, t.id_, coalesce(t.name_, t.task_def_key_) as name, t.task_def_key_,
				       t.create_time_, t.due_date_,
				       case when t.assignee_ is not null then t.assignee_ = :user
				            else exists (select 1 from act_ru_identitylink l
				                          where l.task_id_ = t.id_ and l.type_ = 'candidate'
				                            and (l.user_id_ = :user or l.group_id_ = any(:groups))) end as mine
				  from act_ru_task t
				  join act_ru_execution p on p.id_ = t.proc_inst_id_
				  join act_re_procdef d on d.id_ = t.proc_def_id_
				 where d.key_ = :process and p.business_key_ is not null
				 order by t.due_date_, t.create_time_, t.id_""")
			.param("process", process)
			.param("user", user)
			.param("groups", groups.toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getString("case_id"), task(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * The cases whose decision has ended while a process of theirs still waits to be told
	 * so.
	 * @param messages names of the messages that tell it
	 */
	public List<String> outlivingDecisions(Set<String> messages) {
		return this.jdbc.sql("""
				select distinct p.business_key_ as case_id
				  from act_ru_event_subscr s
				  join act_ru_execution p on p.id_ = s.proc_inst_id_
				  join decision d on d.case_id = p.business_key_ and d.state = 'ENDED'
				 where s.event_name_ = any(?)
				   and not exists (select 1 from decision f where f.case_id = d.case_id and f.state = 'IN_FORCE')
				 order by case_id""").param(messages.toArray(String[]::new)).query(String.class).list();
	}

	/**
	 * Those of some cases of which a process waits for a message.
	 * @param message name of the message in the model
	 */
	public Set<String> awaiting(String message, Collection<String> cases) {
		return this.jdbc.sql("""
				select p.business_key_ as case_id
				  from act_ru_event_subscr s
				  join act_ru_execution p on p.id_ = s.proc_inst_id_
				 where s.event_name_ = :message and s.event_type_ = 'message' and p.business_key_ = any(:cases)""")
			.param("message", message)
			.param("cases", cases.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	/**
	 * Those of some cases whose exemption goes on after its last review, while no case on
	 * its risk is open.
	 */
	public Set<String> reviewedLast(Collection<String> cases) {
		return this.jdbc.sql("""
				select e.case_id
				  from exemption e
				 where e.case_id = any(:cases) and e.state in ('IN_FORCE', 'SUSPENDED')
				   and e.attest_on is not null and e.review_on is null
				   and not exists (select 1
				                     from act_ru_task t
				                     join act_ru_execution p on p.id_ = t.proc_inst_id_
				                    where p.business_key_ = e.case_id and t.task_def_key_ = 'UserTask_ReviewExemption')
				   and not exists (select 1 from risk_case c where c.risk_id = e.risk_id and c.settled_at is null)""")
			.param("cases", cases.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	private static OpenTask task(ResultSet row) throws SQLException {
		Timestamp due = row.getTimestamp("due_date_");
		return new OpenTask(row.getString("id_"), row.getString("name"), Forms.nameOf(row.getString("task_def_key_")),
				row.getTimestamp("create_time_").toInstant(), (due != null) ? due.toInstant() : null,
				row.getBoolean("mine"));
	}

	/** By case, when the next timer of a process fires. */
	public Map<String, Instant> timers(String process) {
		return this.jdbc.sql("""
				select p.business_key_ as case_id, min(j.duedate_) as due
				  from act_ru_job j
				  join act_ru_execution p on p.id_ = j.process_instance_id_
				 where j.process_def_key_ = ? and j.type_ = 'timer' and p.business_key_ is not null
				   and j.duedate_ is not null
				 group by p.business_key_""")
			.param(process)
			.query((row, number) -> Map.entry(row.getString("case_id"), row.getTimestamp("due").toInstant()))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * An open user task.
	 *
	 * @param taskId task id
	 * @param name what to do
	 * @param form its form
	 * @param since when it came
	 * @param due when it is due
	 * @param mine whether it is for the person who looks: claimed by that person, or free
	 * and offered
	 */
	public record OpenTask(String taskId, String name, String form, Instant since, @Nullable Instant due,
			boolean mine) {
	}

}

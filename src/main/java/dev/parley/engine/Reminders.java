package dev.parley.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.parley.notice.Notices;
import dev.parley.notice.Reminder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds of every open task once, on the morning of the day on which it is due: the
 * assignee, or each person and office that it is offered to. Who finds the tasks does not
 * matter: nodes that look at the same moment remind once.
 */
@Component
class Reminders {

	private final JdbcClient jdbc;

	private final Notices notices;

	private final BusinessCalendar calendar;

	private final Clock clock;

	private final DateTimeFormatter timeOfDay;

	Reminders(JdbcClient jdbc, Notices notices, BusinessCalendar calendar, Clock clock) {
		this.jdbc = jdbc;
		this.notices = notices;
		this.calendar = calendar;
		this.clock = clock;
		this.timeOfDay = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	/** Reminds of what is still due today and was not reminded of yet. */
	void remind() {
		Instant now = this.clock.instant();
		if (this.calendar.hasBegun(now)) {
			List<Reminder> due = dueBetween(now, this.calendar.endOfDay(now));
			if (!due.isEmpty()) {
				this.notices.remind(due);
			}
		}
	}

	private List<Reminder> dueBetween(Instant now, Instant end) {
		return this.jdbc.sql("""
				select t.id_, coalesce(t.name_, t.task_def_key_) as task, t.due_date_, c.case_id, c.title,
				       coalesce(t.assignee_, offered.group_id_, offered.user_id_) as recipient,
				       t.assignee_ is null and offered.group_id_ is not null as to_group
				  from act_ru_task t
				  join act_ru_variable v on v.task_id_ = t.id_ and v.name_ = 'caseId'
				  join risk_case c on c.case_id = v.text_
				  left join act_ru_identitylink offered
				    on offered.task_id_ = t.id_ and offered.type_ = 'candidate' and t.assignee_ is null
				 where t.due_date_ > :now and t.due_date_ < :end
				   and coalesce(t.assignee_, offered.group_id_, offered.user_id_) is not null
				   and not exists (select 1 from notice n where n.task_id = t.id_ and n.kind = 'REMINDER')
				 order by t.id_, recipient""")
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(end))
			.query((row, number) -> reminder(row))
			.list();
	}

	private Reminder reminder(ResultSet row) throws SQLException {
		String caseId = row.getString("case_id");
		String due = this.timeOfDay.format(row.getTimestamp("due_date_").toInstant());
		return new Reminder(row.getString("id_"), caseId, row.getString("recipient"), row.getBoolean("to_group"),
				"%s is due today at %s: %s, %s.".formatted(row.getString("task"), due, caseId, row.getString("title")));
	}

}

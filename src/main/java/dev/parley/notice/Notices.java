package dev.parley.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people something. What is told is written in the caller's transaction, so that
 * nobody is told what did not happen.
 */
@Component
public class Notices {

	private final JdbcClient jdbc;

	private final Clock clock;

	Notices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Tells an office something about a case. Told again in the same words, it is not
	 * written again: a step of a process may run twice.
	 * @param caseId the case, which must be in the register
	 * @param group the group of the office
	 * @param kind why they are told
	 * @param text what they are told, as plain text
	 */
	public void informOffice(String caseId, String group, NoticeKind kind, String text) {
		inform(caseId, group, true, kind, text);
	}

	/**
	 * Tells one person something about a case; nobody else, even where an office bears
	 * the same id.
	 * @param caseId the case, which must be in the register
	 * @param user the person
	 * @param kind why the person is told
	 * @param text what the person is told, as plain text
	 */
	public void informPerson(String caseId, String user, NoticeKind kind, String text) {
		inform(caseId, user, false, kind, text);
	}

	private void inform(String caseId, String recipient, boolean toGroup, NoticeKind kind, String text) {
		this.jdbc.sql("""
				insert into notice (case_id, recipient, to_group, kind, text, given_at)
				values (:caseId, :recipient, :toGroup, :kind, :text, :now)
				on conflict do nothing""")
			.param("caseId", caseId)
			.param("recipient", recipient)
			.param("toGroup", toGroup)
			.param("kind", kind.name())
			.param("text", text)
			.param("now", now())
			.update();
	}

	/**
	 * Reminds of many tasks in one statement, of each task once per recipient. Nodes that
	 * remind at the same moment pass them in the same order, or one of them may fail.
	 */
	public void remind(List<Reminder> reminders) {
		this.jdbc.sql("""
				insert into notice (task_id, case_id, recipient, to_group, kind, text, given_at)
				select r.task_id, r.case_id, r.recipient, r.to_group, 'REMINDER', r.text, :now
				  from unnest(:taskIds, :caseIds, :recipients, :toGroups, :texts)
				    as r (task_id, case_id, recipient, to_group, text)
				on conflict do nothing""")
			.param("taskIds", column(reminders, Reminder::taskId))
			.param("caseIds", column(reminders, Reminder::caseId))
			.param("recipients", column(reminders, Reminder::recipient))
			.param("toGroups", reminders.stream().map(Reminder::toGroup).toArray(Boolean[]::new))
			.param("texts", column(reminders, Reminder::text))
			.param("now", now())
			.update();
	}

	private static String[] column(List<Reminder> reminders, Function<Reminder, String> value) {
		return reminders.stream().map(value).toArray(String[]::new);
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}

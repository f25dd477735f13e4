package dev.parley.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices for a person, and for the groups that the person is in. */
@Component
public class Inbox {

	private final JdbcClient jdbc;

	private final Clock clock;

	Inbox(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The newest notices that the person has not marked as read. */
	public List<Notice> unread(String user, Set<String> groups, int limit) {
		return this.jdbc.sql("""
				select n.notice_id, n.case_id, n.kind, n.text, n.given_at
				  from notice n
				 where (n.to_group and n.recipient = any(:groups) or not n.to_group and n.recipient = :user)
				   and not exists (select 1 from notice_read r
				                    where r.notice_id = n.notice_id and r.user_id = :user)
				 order by n.given_at desc, n.notice_id desc
				 limit :limit""")
			.param("groups", groups.toArray(String[]::new))
			.param("user", user)
			.param("limit", limit)
			.query((row, number) -> notice(row))
			.list();
	}

	/**
	 * Marks a notice as read by one person. Done again, it changes nothing.
	 * @return whether there is such a notice for that person
	 */
	public boolean markRead(long noticeId, String user, Set<String> groups) {
		return this.jdbc.sql("""
				with mine as (
				    select n.notice_id from notice n
				     where n.notice_id = :id
				       and (n.to_group and n.recipient = any(:groups) or not n.to_group and n.recipient = :user)
				), marked as (
				    insert into notice_read (notice_id, user_id, read_at)
				    select notice_id, :user, :now from mine
				    on conflict do nothing
				)
				select exists (select 1 from mine)""")
			.param("id", noticeId)
			.param("groups", groups.toArray(String[]::new))
			.param("user", user)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	private static Notice notice(ResultSet row) throws SQLException {
		return new Notice(row.getLong("notice_id"), row.getString("case_id"), NoticeKind.valueOf(row.getString("kind")),
				row.getString("text"), row.getTimestamp("given_at").toInstant());
	}

}

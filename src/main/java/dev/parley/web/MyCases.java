package dev.parley.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.parley.identity.Duty;
import dev.parley.register.Band;
import dev.parley.register.CaseState;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The section "Cases I take part in" of the start page, newest first, paged by key. */
@Component
class MyCases {

	private static final int PAGE = 10;

	private final JdbcClient jdbc;

	private final Clock clock;

	MyCases(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The page after the case with the given id, or the first. */
	View of(String user, @Nullable String after) {
		List<Row> found = this.jdbc
			.sql("""
					select c.case_id, c.title, c.state, c.level, c.band, c.opened_at, c.settled_at, last.duty, last.acted_at
					  from risk_case c
					  join lateral (select a.duty, a.acted_at from case_act a
					                 where a.case_id = c.case_id and a.user_id = :user
					                 order by a.case_act_id desc limit 1) last on true
					 where cast(:after as text) is null
					    or (c.opened_at, c.case_id) < (select k.opened_at, k.case_id from risk_case k where k.case_id = :after)
					 order by c.opened_at desc, c.case_id desc
					 limit :limit""")
			.param("user", user)
			.param("after", after)
			.param("limit", PAGE + 1)
			.query((row, number) -> row(row))
			.list();
		List<Row> page = found.subList(0, Math.min(PAGE, found.size()));
		String next = (found.size() > PAGE) ? "/?after=" + page.get(PAGE - 1).caseId() : null;
		return new View(page, next);
	}

	private Row row(ResultSet row) throws SQLException {
		CaseState state = CaseState.valueOf(row.getString("state"));
		int rank = row.getInt("level");
		Level level = row.wasNull() ? null : Level.ofRank(rank);
		String band = row.getString("band");
		Duty duty = Duty.valueOf(row.getString("duty"));
		return new Row(row.getString("case_id"), row.getString("title"),
				state.label(row.getTimestamp("settled_at") != null), state.name(),
				(level != null) ? level.label() : "Not rated yet", (level != null) ? level.name() : null,
				(band != null) ? Band.valueOf(band).label() : "", day(row, "opened_at"), day(row, "acted_at"),
				"You " + duty.words() + " this case");
	}

	private String day(ResultSet row, String column) throws SQLException {
		return LocalDate.ofInstant(row.getTimestamp(column).toInstant(), this.clock.getZone())
			.format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
	}

	/**
	 * A page of cases.
	 *
	 * @param items the cases
	 * @param next where the next page is, or null
	 */
	record View(List<Row> items, @Nullable String next) {
	}

	/**
	 * One case.
	 *
	 * @param caseId case id
	 * @param title title of the risk
	 * @param stateLabel state in words
	 * @param stateCode state
	 * @param levelLabel level in words
	 * @param levelCode level, or null
	 * @param bandLabel band in words
	 * @param openedOn day it was opened
	 * @param updatedOn day of the viewer's last act
	 * @param lastAct the viewer's last act in words
	 */
	record Row(String caseId, String title, String stateLabel, String stateCode, String levelLabel,
			@Nullable String levelCode, String bandLabel, String openedOn, String updatedOn, String lastAct) {
	}

}

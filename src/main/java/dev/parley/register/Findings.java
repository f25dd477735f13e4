package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The known exploited vulnerabilities that a case is about. */
@Component
public class Findings {

	private static final int IN_A_FORM = 5;

	private final JdbcClient jdbc;

	private final Clock clock;

	Findings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The findings of a case, those used by ransomware first, then by due date. A case
	 * that is over keeps the words that it was decided on.
	 */
	public List<Finding> of(String caseId) {
		LocalDate today = LocalDate.now(this.clock);
		return this.jdbc.sql("""
				select v.*
				  from finding f
				  join risk_case c using (case_id)
				  join lateral (select * from vulnerability v
				                 where v.cve = f.cve
				                   and (v.version = 1 or v.recorded_at <= coalesce(c.settled_at, 'infinity'))
				                 order by v.version desc
				                 limit 1) v on true
				 where f.case_id = ?
				 order by v.ransomware desc, v.due_on, v.cve""")
			.param(caseId)
			.query((row, number) -> finding(row, today, this.clock.getZone()))
			.list();
	}

	/**
	 * The findings of a case in a few lines, as forms show them; null where there are
	 * none.
	 */
	@Nullable String summary(String caseId) {
		List<Finding> findings = of(caseId);
		if (findings.isEmpty()) {
			return null;
		}
		Stream<String> lines = Stream.concat(Stream.of(total(findings)),
				findings.stream().limit(IN_A_FORM).map(Findings::line));
		Stream<String> rest = (findings.size() > IN_A_FORM)
				? Stream.of("… and %d more on the page of the case.".formatted(findings.size() - IN_A_FORM))
				: Stream.empty();
		return Stream.concat(lines, rest).collect(Collectors.joining("\n"));
	}

	private static String total(List<Finding> findings) {
		long ransomware = findings.stream().filter(Finding::ransomware).count();
		Finding earliest = findings.stream().min(Comparator.comparing(Finding::dueOn)).orElseThrow();
		return String.format(Locale.ROOT,
				"%s, %s used in ransomware campaigns. Earliest due date of the catalog: %s%s. It is no deadline of this task.",
				(findings.size() == 1) ? "One known exploited vulnerability"
						: findings.size() + " known exploited vulnerabilities",
				(ransomware == 0) ? "not known to be"
						: (findings.size() == 1) ? "known to be" : ransomware + " of them",
				earliest.dueOn(), earliest.past() ? ", which is past" : "");
	}

	private static String line(Finding finding) {
		return "%s: %s (due %s%s%s)".formatted(finding.cve(), finding.name(), finding.dueOn(),
				finding.past() ? ", past" : "", finding.ransomware() ? "; used in ransomware campaigns" : "");
	}

	private static Finding finding(ResultSet row, LocalDate today, ZoneId zone) throws SQLException {
		LocalDate dueOn = row.getDate("due_on").toLocalDate();
		return new Finding(row.getString("cve"), row.getString("name"), dueOn, dueOn.isBefore(today),
				row.getBoolean("ransomware"), row.getString("required_action"), row.getString("notes"),
				(row.getInt("version") > 1)
						? row.getObject("recorded_at", OffsetDateTime.class).atZoneSameInstant(zone).toLocalDate()
						: null);
	}

}

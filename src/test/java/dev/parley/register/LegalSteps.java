package dev.parley.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From which state to which a case, a decision, an exemption and a risk may go. Whatever
 * is found in the register after a step is held against what was found before it.
 */
final class LegalSteps {

	private static final String BIRTH = "-";

	/** A case that a ruling has ended is escalated for good. */
	private static final String RULED = "ESCALATED, ruled";

	private static final Map<String, Set<String>> CASE = Map.of(BIRTH, Set.of("OPEN"), "OPEN",
			Set.of("SETTLED", "SETTLED_WITH_DISSENT", "ESCALATED", RULED, "WITHDRAWN"), "ESCALATED",
			Set.of("OPEN", RULED, "WITHDRAWN"), RULED, Set.of(), "SETTLED", Set.of(), "SETTLED_WITH_DISSENT", Set.of(),
			"WITHDRAWN", Set.of());

	private static final Map<String, Set<String>> DECISION = Map.of(BIRTH, Set.of("DECIDED"), "DECIDED",
			Set.of("IN_FORCE", "REFUSED", "REPLACED"), "IN_FORCE", Set.of("ENDED"), "REFUSED", Set.of(), "REPLACED",
			Set.of(), "ENDED", Set.of());

	private static final Map<String, Set<String>> EXEMPTION = Map.of(BIRTH, Set.of("REQUESTED"), "REQUESTED",
			Set.of("IN_FORCE", "REFUSED", "CLOSED"), "IN_FORCE",
			Set.of("SUSPENDED", "RENEWED", "EXPIRED", "REVOKED", "CLOSED"), "SUSPENDED",
			Set.of("IN_FORCE", "RENEWED", "EXPIRED", "REVOKED", "CLOSED"), "RENEWED", Set.of(), "EXPIRED", Set.of(),
			"REVOKED", Set.of(), "REFUSED", Set.of(), "CLOSED", Set.of());

	private static final Map<String, Set<String>> RISK = Map.of(BIRTH, Set.of("OPEN"), "OPEN", Set.of("CLOSED"),
			"CLOSED", Set.of());

	private static final Map<String, Map<String, Set<String>>> ALL = Map.of("case", CASE, "decision", DECISION,
			"exemption", EXEMPTION, "risk", RISK);

	private static final String STATES = """
			select 'case' as kind, case_id as id,
			       case when state = 'ESCALATED' and settled_at is not null then 'ESCALATED, ruled' else state end as state
			  from risk_case
			union all select 'decision', case_id || ' ' || number, state from decision
			union all select 'exemption', exemption_id, state from exemption
			union all select 'risk', risk_id, state from risk""";

	private final JdbcClient jdbc;

	private Map<String, String> before = new HashMap<>();

	LegalSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Forgets what was, before another life begins. */
	void begin() {
		this.before = states();
	}

	void check(String step) {
		Map<String, String> now = states();
		now.forEach((thing, state) -> {
			String was = this.before.getOrDefault(thing, BIRTH);
			Set<String> allowed = ALL.get(thing.substring(0, thing.indexOf(' '))).get(was);
			assertThat(was.equals(state) || allowed.contains(state))
				.as("%s: %s goes from %s to %s", step, thing, was, state)
				.isTrue();
		});
		assertThat(now.keySet()).as(step).containsAll(this.before.keySet());
		this.before = now;
	}

	private Map<String, String> states() {
		Map<String, String> states = new HashMap<>();
		this.jdbc.sql(STATES).query((row) -> {
			states.put(row.getString("kind") + " " + row.getString("id"), row.getString("state"));
		});
		return states;
	}

}

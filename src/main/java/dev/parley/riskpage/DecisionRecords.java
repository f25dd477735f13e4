package dev.parley.riskpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.parley.register.DecisionEnd;
import dev.parley.register.Score;
import dev.parley.register.Treatment;
import dev.parley.riskpage.RiskHead.DecisionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of a decision, and of what was to be done by it. */
@Component
class DecisionRecords {

	private final JdbcClient jdbc;

	DecisionRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How a decision stands that came in force. */
	Standing standing(DecisionKey decision) {
		return this.jdbc.sql("""
				select d.treatment, d.in_force_since, d.ended_at, d.ended_because,
				       coalesce(e.state = 'SUSPENDED', false) as suspended
				  from decision d left join exemption e on e.case_id = d.case_id and e.decision = d.number
				 where d.case_id = ? and d.number = ?""")
			.params(decision.caseId(), decision.number())
			.query((row, number) -> new Standing(Treatment.valueOf(row.getString("treatment")),
					row.getTimestamp("in_force_since").toInstant(), Columns.instant(row, "ended_at"),
					Columns.named(row, "ended_because", DecisionEnd.class), row.getBoolean("suspended")))
			.single();
	}

	/** The actions of a decision, with what was reported on them. */
	List<Action> actions(DecisionKey decision) {
		return this.jdbc
			.sql("""
					select a.action, a.owner, a.due_on, a.imposed, k.state, k.evidence_link, k.remark, k.reported_by, k.reported_at
					  from decision_action a
					  left join action_result k using (case_id, decision, number)
					 where a.case_id = ? and a.decision = ?
					 order by a.number""")
			.params(decision.caseId(), decision.number())
			.query((row, number) -> new Action(row.getString("action"), row.getString("owner"),
					row.getObject("due_on", LocalDate.class), row.getBoolean("imposed"), result(row)))
			.list();
	}

	private static @Nullable Result result(ResultSet row) throws SQLException {
		ResultState state = Columns.named(row, "state", ResultState.class);
		return (state != null) ? new Result(state, row.getString("evidence_link"), row.getString("remark"),
				row.getString("reported_by"), row.getTimestamp("reported_at").toInstant()) : null;
	}

	/** What the CISO says of the effect of a treatment. */
	Optional<Verification> verification(DecisionKey decision) {
		return this.jdbc.sql("select * from treatment_verification where case_id = ? and decision = ?")
			.params(decision.caseId(), decision.number())
			.query((row, number) -> new Verification(VerifiedEffect.valueOf(row.getString("outcome")), score(row),
					row.getString("reasoning"), row.getString("verified_by"),
					row.getTimestamp("verified_at").toInstant()))
			.optional();
	}

	private static @Nullable Score score(ResultSet row) throws SQLException {
		int likelihood = row.getInt("likelihood");
		return row.wasNull() ? null : new Score(likelihood, row.getInt("impact"));
	}

	/**
	 * How a decision stands.
	 *
	 * @param treatment what is done about the risk
	 * @param since since when it was in force
	 * @param endedAt when it ended, or null
	 * @param because why it ended, or null
	 * @param suspended whether its exemption is suspended at present
	 */
	record Standing(Treatment treatment, Instant since, @Nullable Instant endedAt, @Nullable DecisionEnd because,
			boolean suspended) {

		/** Whether it has not ended; suspended it may be. */
		boolean lasts() {
			return this.endedAt == null;
		}

		boolean inForce() {
			return lasts() && !this.suspended;
		}

	}

	/**
	 * An action.
	 *
	 * @param action what is to be done
	 * @param owner who does it
	 * @param dueOn by when
	 * @param imposed whether a ruling imposed it
	 * @param result what was reported, or null
	 */
	record Action(String action, String owner, LocalDate dueOn, boolean imposed, @Nullable Result result) {
	}

	/**
	 * What was reported on an action.
	 *
	 * @param state what came of it
	 * @param evidenceLink where that can be seen, or null
	 * @param remark what was said, or null
	 * @param by who reported it, or null when nobody did
	 * @param at when
	 */
	record Result(ResultState state, @Nullable String evidenceLink, @Nullable String remark, @Nullable String by,
			Instant at) {
	}

	/** What came of an action. */
	enum ResultState {

		DONE("Done"), NOT_DONE("Not done"), OVERDUE("Overdue");

		private final String label;

		ResultState(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

	/**
	 * The effect of a treatment.
	 *
	 * @param effect what it is
	 * @param score likelihood and impact that are left, or null
	 * @param reasoning why, or null
	 * @param by who verified it, or null when nobody did
	 * @param at when
	 */
	record Verification(VerifiedEffect effect, @Nullable Score score, @Nullable String reasoning, @Nullable String by,
			Instant at) {
	}

	/** What a verification comes to. */
	enum VerifiedEffect {

		EFFECTIVE("Effective"), NOT_EFFECTIVE("Not effective"), NOT_VERIFIED("Not verified in time");

		private final String label;

		VerifiedEffect(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}

package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parley.identity.Side;
import dev.parley.register.Assurance.Opinion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The CISO's opinions on decisions, and what both sides said in the attempt to agree.
 * Each is about the latest decision of a case.
 */
@Component
public class Assurances {

	private final JdbcClient jdbc;

	private final Clock clock;

	Assurances(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records the CISO's opinion. */
	public void give(String caseId, Opinion opinion, String user) {
		this.jdbc
			.sql("""
					insert into assurance (case_id, decision, outcome, informed, defensible, opinion, given_by, given_at)
					select :caseId, max(number), :outcome, :informed, :defensible, :opinion, :user, cast(:now as timestamptz)
					  from decision where case_id = :caseId""")
			.param("caseId", caseId)
			.param("outcome", opinion.outcome().name())
			.param("informed", opinion.informed())
			.param("defensible", opinion.defensible())
			.param("opinion", opinion.words())
			.param("user", user)
			.param("now", now())
			.update();
	}

	/** Records that time ran out for the opinion. Done again, it changes nothing. */
	public void recordNotGiven(String caseId) {
		this.jdbc.sql("""
				insert into assurance (case_id, decision, outcome, given_at)
				select :caseId, max(number), 'NOT_GIVEN', cast(:now as timestamptz)
				  from decision where case_id = :caseId
				on conflict do nothing""").param("caseId", caseId).param("now", now()).update();
	}

	/** The opinion on a decision. */
	public Optional<Assurance> of(String caseId, int decision) {
		return this.jdbc.sql("select * from assurance where case_id = ? and decision = ?")
			.params(caseId, decision)
			.query((row, index) -> assurance(row))
			.optional();
	}

	private static Assurance assurance(ResultSet row) throws SQLException {
		Assurance.Outcome outcome = Assurance.Outcome.valueOf(row.getString("outcome"));
		Opinion opinion = (outcome == Assurance.Outcome.NOT_GIVEN) ? null
				: new Opinion(outcome == Assurance.Outcome.OBJECTED, row.getBoolean("informed"),
						row.getBoolean("defensible"), row.getString("opinion"));
		return new Assurance(outcome, opinion, row.getString("given_by"), row.getTimestamp("given_at").toInstant());
	}

	/** Records what a side says in the attempt to agree. */
	public void say(String caseId, int decision, Side side, Agreement.Outcome outcome, String user) {
		insertAgreement(caseId, decision, side, outcome, user);
	}

	/**
	 * Records that time ran out for the attempt to agree, for whoever has not said
	 * anything. Done again, it changes nothing.
	 */
	public void recordNotSought(String caseId, int decision) {
		insertAgreement(caseId, decision, Side.IT, Agreement.Outcome.NOT_SOUGHT, null);
		insertAgreement(caseId, decision, Side.SECURITY, Agreement.Outcome.NOT_SOUGHT, null);
	}

	private void insertAgreement(String caseId, int decision, Side side, Agreement.Outcome outcome,
			@Nullable String user) {
		this.jdbc.sql("""
				insert into agreement (case_id, decision, side, outcome, said_by, said_at)
				values (:caseId, :decision, :side, :outcome, :user, :now)
				on conflict do nothing""")
			.param("caseId", caseId)
			.param("decision", decision)
			.param("side", side.name())
			.param("outcome", outcome.name())
			.param("user", user)
			.param("now", now())
			.update();
	}

	/** What the sides said in the attempt to agree on a decision, IT first. */
	public List<Agreement> agreementsOn(String caseId, int decision) {
		return this.jdbc.sql("select * from agreement where case_id = ? and decision = ? order by side")
			.params(caseId, decision)
			.query((row, index) -> new Agreement(Side.valueOf(row.getString("side")),
					Agreement.Outcome.valueOf(row.getString("outcome")), row.getString("said_by"),
					row.getTimestamp("said_at").toInstant()))
			.list();
	}

	/** Whether the CISO objected to the latest decision of a case and stays with it. */
	public boolean objectionStands(String caseId) {
		return this.jdbc.sql("""
				select exists (select 1 from assurance a
				                where a.case_id = :caseId and a.outcome = 'OBJECTED'
				                  and a.decision = (select max(number) from decision where case_id = :caseId)
				                  and not exists (select 1 from agreement g
				                                   where g.case_id = a.case_id and g.decision = a.decision
				                                     and g.outcome = 'AGREED'))""")
			.param("caseId", caseId)
			.query(Boolean.class)
			.single();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}

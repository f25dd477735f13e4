package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.identity.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a ruling does to the decision of a case: it is confirmed, or refused. What a
 * ruling imposes becomes actions of the decision.
 */
@Component
public class Confirmations {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final DecisionsInForce inForce;

	private final Exemptions exemptions;

	Confirmations(JdbcClient jdbc, Clock clock, DecisionsInForce inForce, Exemptions exemptions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.inForce = inForce;
		this.exemptions = exemptions;
	}

	/**
	 * Puts a decision in force because a ruling confirms it, with the conditions of the
	 * ruling as actions. Done again, it changes nothing.
	 * @param caseId the case
	 * @param decision number of the decision
	 * @param referral number of the referral that was ruled on
	 * @param ruling number of the ruling
	 */
	public void confirm(String caseId, int decision, int referral, int ruling) {
		int confirmed = this.jdbc.sql("""
				update decision set state = 'IN_FORCE', in_force_since = :now
				 where case_id = :caseId and number = :decision and state = 'DECIDED'""")
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.param("caseId", caseId)
			.param("decision", decision)
			.update();
		if (confirmed > 0) {
			impose(caseId, decision, "r.referral = %d and r.number = %d".formatted(referral, ruling));
			this.inForce.begin(caseId, decision);
		}
	}

	/** Refuses a decision. Done again, it changes nothing. */
	public void refuse(String caseId, int decision) {
		this.jdbc.sql("update decision set state = 'REFUSED' where case_id = ? and number = ? and state = 'DECIDED'")
			.params(caseId, decision)
			.update();
		this.exemptions.endRequest(caseId, decision, ExemptionState.REFUSED, "A ruling refused the decision",
				People.SYSTEM);
	}

	/**
	 * Makes actions of what was imposed on a case before its owner had decided: it binds
	 * whatever is decided later, be the ruling acknowledged yet or not.
	 */
	void imposeEarlierConditions(String caseId, int decision) {
		impose(caseId, decision, "r.decision is null and r.state <> 'SET_ASIDE'");
	}

	private void impose(String caseId, int decision, String rulings) {
		this.jdbc.sql("""
				insert into decision_action (case_id, decision, number, action, owner, due_on, imposed)
				select :caseId, :decision,
				       (select coalesce(max(a.number), 0) from decision_action a
				         where a.case_id = :caseId and a.decision = :decision)
				         + row_number() over (order by c.referral, c.ruling, c.number),
				       c.condition, c.owner, c.due_on, true
				  from ruling r
				  join ruling_condition c on c.case_id = r.case_id and c.referral = r.referral and c.ruling = r.number
				 where r.case_id = :caseId and %s""".formatted(rulings))
			.param("caseId", caseId)
			.param("decision", decision)
			.update();
	}

	/** How many decisions of a case were refused. */
	public int refusals(String caseId) {
		return this.jdbc.sql("select count(*) from decision where case_id = ? and state = 'REFUSED'")
			.param(caseId)
			.query(Integer.class)
			.single();
	}

	/** Treatments that were refused in a case, and may not be chosen in it again. */
	public Set<Treatment> refusedTreatments(String caseId) {
		return this.jdbc.sql("select distinct treatment from decision where case_id = ? and state = 'REFUSED'")
			.param(caseId)
			.query(String.class)
			.list()
			.stream()
			.map(Treatment::valueOf)
			.collect(Collectors.toUnmodifiableSet());
	}

}

package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.register.Exemptions.Approver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decisions in force, one for each risk at most: the latest one. What the register
 * counts as unacceptable goes by it.
 */
@Component
public class DecisionsInForce {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Exemptions exemptions;

	private final People people;

	DecisionsInForce(JdbcClient jdbc, Clock clock, Exemptions exemptions, People people) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.exemptions = exemptions;
		this.people = people;
	}

	/**
	 * Makes a decision that has just come in force the one of its risk: the one before it
	 * ends, its own exemption is granted, and what it rests on is kept.
	 */
	void begin(String caseId, int decision) {
		InForce begun = this.jdbc.sql("""
				select c.risk_id, d.case_id, d.number, d.treatment from decision d join risk_case c using (case_id)
				 where d.case_id = ? and d.number = ?""").params(caseId, decision).query(InForce.class).single();
		holdCase(begun.riskId());
		of(begun.riskId()).ifPresent((earlier) -> replace(earlier, begun));
		this.jdbc.sql("update risk set decided_in = ?, decision = ? where risk_id = ?")
			.params(caseId, decision, begun.riskId())
			.update();
		this.exemptions.grant(caseId, decision, approver(caseId, decision));
		keepBasis(caseId, decision);
	}

	private void replace(InForce earlier, InForce later) {
		end(earlier, DecisionEnd.LATER_DECISION,
				(later.treatment() == Treatment.EXEMPT) ? ExemptionState.RENEWED : ExemptionState.CLOSED,
				"Case %s decided otherwise".formatted(later.caseId()), People.SYSTEM);
	}

	/**
	 * Holds the case whose decision on a risk came in force last, until the transaction
	 * ends. Whoever ends that decision holds it before the risk.
	 */
	public void holdCase(String riskId) {
		this.jdbc.sql("""
				select 1 from risk_case c
				 where c.case_id = (select r.decided_in from risk r where r.risk_id = ?)
				   for update""").param(riskId).query().listOfRows();
	}

	/** The decision on a risk that is in force; empty where there is none. */
	public Optional<InForce> of(String riskId) {
		return this.jdbc.sql("""
				select r.risk_id, d.case_id, d.number, d.treatment
				  from risk r join decision d on d.case_id = r.decided_in and d.number = r.decision
				 where r.risk_id = ? and d.state = 'IN_FORCE'""").param(riskId).query(InForce.class).optional();
	}

	/** The decision of a case that is in force; empty where there is none. */
	public Optional<InForce> ofCase(String caseId) {
		return this.jdbc.sql("""
				select c.risk_id, d.case_id, d.number, d.treatment from decision d join risk_case c using (case_id)
				 where d.case_id = ? and d.state = 'IN_FORCE'""").param(caseId).query(InForce.class).optional();
	}

	/**
	 * Cases whose decision is in force, and its actions or its exemption are not followed
	 * up so far as the register knows.
	 */
	public List<String> notFollowedUp() {
		return this.jdbc.sql("""
				select distinct d.case_id
				  from decision d
				  join (select a.case_id, a.decision from decision_action a
				         where not exists (select 1 from treatment_plan p
				                            where p.case_id = a.case_id and p.decision = a.decision)
				        union all
				        select e.case_id, e.decision from exemption e
				         where e.attest_on is null and e.state = 'IN_FORCE') missed
				    on missed.case_id = d.case_id and missed.decision = d.number
				 where d.state = 'IN_FORCE'
				 order by d.case_id""").query(String.class).list();
	}

	/** Cases of a risk that had a decision in force which has ended. */
	public List<String> casesEnded(String riskId) {
		return this.jdbc.sql("""
				select distinct d.case_id from decision d join risk_case c using (case_id)
				 where c.risk_id = ? and d.state = 'ENDED' order by d.case_id""")
			.param(riskId)
			.query(String.class)
			.list();
	}

	/**
	 * Ends a decision, and its exemption with it, unless that has ended already. Done
	 * again, it changes nothing.
	 * @param exemption what becomes of its exemption, if it has one
	 * @param reason why, in words
	 * @param by who did it
	 */
	public void end(InForce decision, DecisionEnd because, ExemptionState exemption, String reason, String by) {
		this.jdbc.sql("""
				update decision set state = 'ENDED', ended_at = :now, ended_because = :because
				 where case_id = :caseId and number = :number and state = 'IN_FORCE'""")
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.param("because", because.name())
			.param("caseId", decision.caseId())
			.param("number", decision.number())
			.update();
		this.exemptions.of(decision.caseId(), decision.number())
			.filter((live) -> live.state().isLive())
			.ifPresent((live) -> this.exemptions.change(live.id(), exemption, reason, by));
	}

	/** Who put a decision in force: who ruled on it last, or else who decided. */
	private Approver approver(String caseId, int decision) {
		return this.jdbc.sql("""
				select g.ruled_by, g.given_by, v.presiding
				  from ruling g
				  left join voting_round v on v.case_id = g.case_id and v.referral = g.referral and v.round = g.round
				 where g.case_id = ? and g.decision = ?
				 order by g.referral desc, g.number desc limit 1""")
			.params(caseId, decision)
			.query((row, number) -> "CRO".equals(row.getString("ruled_by"))
					? person(row.getString("given_by"), Office.CRO)
					: new Approver(null, "Steering committee", "Presided over by " + name(row.getString("presiding"))))
			.optional()
			.orElseGet(() -> decider(caseId, decision));
	}

	private Approver decider(String caseId, int decision) {
		return this.jdbc.sql("select decided_by, deciding_group from decision where case_id = ? and number = ?")
			.params(caseId, decision)
			.query((row, number) -> new Approver(row.getString("decided_by"), name(row.getString("decided_by")),
					Office.ofGroup(row.getString("deciding_group"))
						.map(Office::label)
						.orElse(row.getString("deciding_group"))))
			.single();
	}

	private Approver person(String user, Office office) {
		return new Approver(user, name(user), office.label());
	}

	private String name(String user) {
		return this.people.namesOf(Set.of(user)).getOrDefault(user, user);
	}

	/** What an acceptance or an exemption rests on, so that a change of it is noticed. */
	private void keepBasis(String caseId, int decision) {
		this.jdbc.sql("""
				insert into decision_basis (case_id, decision, asset_id, asset_class, deciding_group, level, rating,
				                            appetite, tolerance, capacity)
				select d.case_id, d.number, a.asset_id, a.asset_class, d.deciding_group, r.level,
				       (select max(k.number) from risk_rating k where k.risk_id = r.risk_id),
				       r.appetite, r.tolerance, r.capacity
				  from decision d
				  join risk_case c using (case_id)
				  join risk r on r.risk_id = c.risk_id
				  join asset a on a.asset_id = r.asset_id
				 where d.case_id = ? and d.number = ? and d.treatment in ('ACCEPT', 'EXEMPT')
				on conflict do nothing""").params(caseId, decision).update();
	}

	/**
	 * A decision in force.
	 *
	 * @param riskId the risk
	 * @param caseId the case in which it was taken
	 * @param number number of the decision
	 * @param treatment what is done about the risk
	 */
	public record InForce(String riskId, String caseId, int number, Treatment treatment) {
	}

}

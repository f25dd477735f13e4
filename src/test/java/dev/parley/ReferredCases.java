package dev.parley;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Writes cases of a far future that were handed up, as the register would hold them, so
 * that every outcome there is can be had on any day.
 */
public final class ReferredCases {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final JdbcClient jdbc;

	private final int year;

	private int composition;

	/** Writes cases of a year that no other test has. */
	public ReferredCases(JdbcClient jdbc, int year) {
		this.jdbc = jdbc;
		this.year = year;
	}

	/** A case with a decision that was handed up as soon as it was taken. */
	public String refer(Instant at, String to, String reason, String title, String category, int level) {
		String number = "%d-%04d".formatted(this.year, NUMBERS.incrementAndGet());
		String caseId = "RC-" + number;
		sql("""
				insert into risk (risk_id, title, scenario, category, asset_id, level, band, raised_by, raised_at)
				values (:riskId, :title, 'Somebody comes in.', :category, 'A-003', :level, 'ABOVE_TOLERANCE',
				        'requester', :at)""", at).param("riskId", "R-" + number)
			.param("title", title)
			.param("category", category)
			.param("level", level)
			.update();
		sql("""
				insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started,
				                       raised_by, opened_at, asset_id, deciding_group, level, band, route)
				select :caseId, risk_id, 'ESCALATED', title, scenario, category, 'Work goes on.', false, raised_by, :at,
				       asset_id, 'cio', level, band, 'CHALLENGE'
				  from risk where risk_id = :riskId""", at).param("caseId", caseId)
			.param("riskId", "R-" + number)
			.update();
		sql("""
				insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group,
				                      decided_at, band, models)
				values (:caseId, 1, 'AVOID', 'It costs less.', date '2050-01-01', 'cio', 'cio', :at,
				        'ABOVE_TOLERANCE', 'none')""", at).param("caseId", caseId).update();
		sql("""
				insert into assurance (case_id, decision, outcome, informed, defensible, opinion, given_by, given_at)
				values (:caseId, 1, :outcome, true, true, 'As it is.', 'ciso', :at)""", at).param("caseId", caseId)
			.param("outcome", reason.equals("CONFLICT") ? "OBJECTED" : "ASSURED")
			.update();
		sql("""
				insert into referral (case_id, number, sent_to, reason, decision, referred_at)
				values (:caseId, 1, :to, :reason, 1, :at)""", at).param("caseId", caseId)
			.param("to", to)
			.param("reason", reason)
			.update();
		return caseId;
	}

	/**
	 * A call to vote. A ballot is a vote, {@code RULES} for a member whom the rules keep
	 * from voting, {@code RECUSED} for one who says so, or {@code NONE}.
	 */
	public void call(String caseId, int round, Instant at, Map<String, String> ballots) {
		sql("""
				insert into voting_round (case_id, referral, round, composition, presiding, called_at)
				values (:caseId, 1, :round, :composition, 'chair', :at)""", at).param("caseId", caseId)
			.param("round", round)
			.param("composition", composition(at))
			.update();
		ballots.forEach((member, ballot) -> ballot(caseId, round, at, member, ballot));
	}

	private void ballot(String caseId, int round, Instant at, String member, String ballot) {
		this.jdbc.sql("""
				insert into round_member (case_id, referral, round, member, function, recused_because)
				values (:caseId, 1, :round, :member, 'Member', :because)""")
			.param("caseId", caseId)
			.param("round", round)
			.param("member", member)
			.param("because", ballot.equals("RULES") ? "Takes part in the case" : null)
			.update();
		if (!ballot.equals("RULES") && !ballot.equals("NONE")) {
			boolean recused = ballot.equals("RECUSED");
			sql("""
					insert into ballot (case_id, referral, round, member, vote, recusal_reason, comment, cast_at)
					values (:caseId, 1, :round, :member, :vote, :reason, :comment, :at)""", at).param("caseId", caseId)
				.param("round", round)
				.param("member", member)
				.param("vote", recused ? null : ballot)
				.param("reason", recused ? "My sister works there." : null)
				.param("comment", "Commented by " + member)
				.update();
		}
	}

	/** Not in force, so that no case is ruled on by it. */
	private int composition(Instant at) {
		if (this.composition == 0) {
			this.composition = sql("""
					insert into committee_composition (chair, alternate_chair, proposed_by, proposed_at)
					values ('chair', 'member1', 'chair', :at) returning composition""", at).query(Integer.class)
				.single();
			sql("""
					insert into committee_endorsement (composition, outcome, reason, given_by, given_at)
					values (:composition, 'REFUSED', 'It only serves a test.', 'sponsor', :at)""", at)
				.param("composition", this.composition)
				.update();
		}
		return this.composition;
	}

	/** Counts the ballots of a call. */
	public void count(String caseId, int round, Instant at, String result) {
		sql("""
				insert into tally (case_id, referral, round, uphold_decision, uphold_objection, impose_conditions,
				                   refer_to_cro, abstained, recused, not_voted, quorum, result, tallied_at)
				select :caseId, 1, :round, count(*) filter (where b.vote = 'UPHOLD_DECISION'),
				       count(*) filter (where b.vote = 'UPHOLD_OBJECTION'),
				       count(*) filter (where b.vote = 'IMPOSE_CONDITIONS'),
				       count(*) filter (where b.vote = 'REFER_TO_CRO'), count(*) filter (where b.vote = 'ABSTAIN'),
				       count(*) filter (where b.recusal_reason is not null or m.recused_because is not null),
				       count(*) filter (where b.member is null and m.recused_because is null),
				       :result <> 'SECOND_CALL', :result, :at
				  from round_member m
				  left join ballot b using (case_id, referral, round, member)
				 where m.case_id = :caseId and m.round = :round""", at).param("caseId", caseId)
			.param("round", round)
			.param("result", result)
			.update();
	}

	public void passOn(String caseId, String cause, Instant at) {
		sql("insert into passing_on (case_id, referral, cause, passed_at) values (:caseId, 1, :cause, :at)", at)
			.param("caseId", caseId)
			.param("cause", cause)
			.update();
	}

	public void refuseToConvene(String caseId, int number, String reason, Instant at) {
		sql("""
				insert into convening_refusal (case_id, referral, number, reason, refused_at)
				values (:caseId, 1, :number, :reason, :at)""", at).param("caseId", caseId)
			.param("number", number)
			.param("reason", reason)
			.update();
	}

	/** The committee rules by the votes of a call. */
	public void committeeRules(String caseId, int round, String outcome, Instant at) {
		sql("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, round, given_at, models)
				values (:caseId, 1, 1, 'COMMITTEE', :outcome, 1, :round, :at, 'none')""", at).param("caseId", caseId)
			.param("outcome", outcome)
			.param("round", round)
			.update();
	}

	/** The chief risk officer rules; a ruling of the committee before is set aside. */
	public void croRules(String caseId, String outcome, String reasons, Instant at) {
		this.jdbc.sql("update ruling set state = 'SET_ASIDE' where case_id = ?").param(caseId).update();
		sql("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, reasons, given_by, given_at,
				                    models)
				select :caseId, 1, count(*) + 1, 'CRO', :outcome, 1, :reasons, 'cro', :at, 'none'
				  from ruling where case_id = :caseId""", at).param("caseId", caseId)
			.param("outcome", outcome)
			.param("reasons", reasons)
			.update();
	}

	public void impose(String caseId, int conditions) {
		this.jdbc.sql("""
				insert into ruling_condition (case_id, referral, ruling, number, condition, owner, due_on)
				select case_id, referral, number, n, 'Test the backup', 'cio', date '2050-01-01'
				  from ruling cross join generate_series(1, :conditions) as n
				 where case_id = :caseId and state <> 'SET_ASIDE'""")
			.param("caseId", caseId)
			.param("conditions", conditions)
			.update();
	}

	public void appeal(String caseId, Instant at) {
		sql("""
				insert into acknowledgement (case_id, referral, ruling, side, state, grounds, given_by, given_at)
				values (:caseId, 1, 1, 'IT', 'APPEALED', 'The facts are new.', 'cio', :at)""", at)
			.param("caseId", caseId)
			.update();
	}

	/** The latest ruling is in force, and the case is settled by it. */
	public void putInForce(String caseId, Instant at) {
		sql("""
				with ruled as (update ruling set state = 'IN_FORCE', in_force_since = :at
				                where case_id = :caseId and state = 'GIVEN' returning outcome)
				update decision d
				   set state = case when r.outcome = 'UPHOLD_OBJECTION' then 'REFUSED' else 'IN_FORCE' end,
				       in_force_since = case when r.outcome = 'UPHOLD_OBJECTION' then null else cast(:at as timestamptz) end
				  from ruled r
				 where d.case_id = :caseId""",
				at)
			.param("caseId", caseId)
			.update();
		close(caseId, "RULED", at);
	}

	/** The referral is over, and so is its case. */
	public void close(String caseId, String state, Instant at) {
		sql("update referral set state = :state, closed_at = :at where case_id = :caseId", at).param("state", state)
			.param("caseId", caseId)
			.update();
		sql("update risk_case set settled_at = :at where case_id = :caseId", at).param("caseId", caseId).update();
	}

	private StatementSpec sql(String statement, Instant at) {
		return this.jdbc.sql(statement).param("at", at.atOffset(ZoneOffset.UTC));
	}

}

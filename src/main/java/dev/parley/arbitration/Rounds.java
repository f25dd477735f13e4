package dev.parley.arbitration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.parley.register.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rounds in which the committee votes on the open referral of a case: who sits, who
 * voted what, and what came of it. All methods but {@link #call} are about the latest
 * round.
 */
@Component
class Rounds {

	private static final String LATEST = "(select max(round) from voting_round where case_id = :caseId and referral = :referral)";

	private final JdbcClient jdbc;

	private final Referrals referrals;

	private final Clock clock;

	Rounds(JdbcClient jdbc, Referrals referrals, Clock clock) {
		this.jdbc = jdbc;
		this.referrals = referrals;
		this.clock = clock;
	}

	/** Calls the committee to vote. */
	void call(String caseId, Convening convening) {
		int round = number(caseId) + 1;
		about("""
				insert into voting_round (case_id, referral, round, composition, presiding, called_at)
				values (:caseId, :referral, :round, :composition, :presiding, :now)""", caseId).param("round", round)
			.param("composition", convening.composition())
			.param("presiding", convening.presiding())
			.param("now", now())
			.update();
		convening.seats()
			.forEach((seat) -> about("""
					insert into round_member (case_id, referral, round, member, function, recused_because)
					values (:caseId, :referral, :round, :member, :function, :recused)""", caseId).param("round", round)
				.param("member", seat.member())
				.param("function", seat.function())
				.param("recused", seat.recusedBecause())
				.update());
	}

	/** Records why the committee could not be called together. */
	void recordRefusal(String caseId, String reason) {
		about("""
				insert into convening_refusal (case_id, referral, number, reason, refused_at)
				values (:caseId, :referral, (select count(*) + 1 from convening_refusal
				                              where case_id = :caseId and referral = :referral), :reason, :now)""",
				caseId)
			.param("reason", reason)
			.param("now", now())
			.update();
	}

	/** How often the committee was called so far. */
	int number(String caseId) {
		return about("select count(*) from voting_round where case_id = :caseId and referral = :referral", caseId)
			.query(Integer.class)
			.single();
	}

	/** Records a member's vote. */
	void cast(String caseId, String member, Vote vote, @Nullable String comment, List<Condition> conditions) {
		insertBallot(caseId, member, vote, null, comment);
		for (int index = 0; index < conditions.size(); index++) {
			Condition condition = conditions.get(index);
			about("""
					insert into ballot_condition (case_id, referral, round, member, number, condition, owner, due_on)
					values (:caseId, :referral, %s, :member, :number, :condition, :owner, :dueOn)""".formatted(LATEST),
					caseId)
				.param("member", member)
				.param("number", index + 1)
				.param("condition", condition.text())
				.param("owner", condition.owner())
				.param("dueOn", condition.dueOn())
				.update();
		}
	}

	/** Records that a member does not vote because of a conflict of interest. */
	void recuse(String caseId, String member, String reason, @Nullable String comment) {
		insertBallot(caseId, member, null, reason, comment);
	}

	private void insertBallot(String caseId, String member, @Nullable Vote vote, @Nullable String recusal,
			@Nullable String comment) {
		about("""
				insert into ballot (case_id, referral, round, member, vote, recusal_reason, comment, cast_at)
				values (:caseId, :referral, %s, :member, :vote, :recusal, :comment, :now)""".formatted(LATEST), caseId)
			.param("member", member)
			.param("vote", (vote != null) ? vote.name() : null)
			.param("recusal", recusal)
			.param("comment", comment)
			.param("now", now())
			.update();
	}

	/** Counts what was cast. */
	VoteCount count(String caseId) {
		Map<Vote, Integer> votes = new EnumMap<>(Vote.class);
		int[] others = new int[2];
		about("""
				select m.recused_because is not null or b.recusal_reason is not null as recused, b.vote, count(*) as members
				  from round_member m
				  left join ballot b using (case_id, referral, round, member)
				 where m.case_id = :caseId and m.referral = :referral and m.round = %s
				 group by 1, 2"""
			.formatted(LATEST), caseId).query((row) -> {
				String vote = row.getString("vote");
				int members = row.getInt("members");
				if (vote != null) {
					votes.put(Vote.valueOf(vote), members);
				}
				else {
					others[row.getBoolean("recused") ? 0 : 1] += members;
				}
			});
		return new VoteCount(votes, others[0], others[1]);
	}

	/** Records what came of the votes. Done again, it changes nothing. */
	void recordTally(String caseId, VoteCount count, boolean quorum, Tally tally) {
		about("""
				insert into tally (case_id, referral, round, uphold_decision, uphold_objection, impose_conditions,
				                   refer_to_cro, abstained, recused, not_voted, quorum, result, tallied_at)
				values (:caseId, :referral, %s, :decision, :objection, :conditions, :cro, :abstained, :recused, :notVoted,
				        :quorum, :result, :now)
				on conflict do nothing"""
			.formatted(LATEST), caseId).param("decision", count.of(Vote.UPHOLD_DECISION))
			.param("objection", count.of(Vote.UPHOLD_OBJECTION))
			.param("conditions", count.of(Vote.IMPOSE_CONDITIONS))
			.param("cro", count.of(Vote.REFER_TO_CRO))
			.param("abstained", count.of(Vote.ABSTAIN))
			.param("recused", count.recused())
			.param("notVoted", count.notVoted())
			.param("quorum", quorum)
			.param("result", tally.name())
			.param("now", now())
			.update();
	}

	/** Records why the chief risk officer rules. Done again, it changes nothing. */
	void passOn(String caseId, Cause cause) {
		about("""
				insert into passing_on (case_id, referral, cause, passed_at)
				values (:caseId, :referral, :cause, :now)
				on conflict do nothing""", caseId).param("cause", cause.name()).param("now", now()).update();
	}

	private JdbcClient.StatementSpec about(String sql, String caseId) {
		return this.jdbc.sql(sql)
			.param("caseId", caseId)
			.param("referral", this.referrals.requireOpen(caseId).number());
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

	/** Why a referral to the committee comes to the chief risk officer. */
	enum Cause {

		VOTED("the committee voted to refer it"), NO_MAJORITY("no outcome had the majority"),
		NO_QUORUM("the committee missed its quorum"), NO_COMMITTEE("no committee could be convened in time"),
		APPEAL("a side appealed against the committee's ruling");

		private final String words;

		Cause(String words) {
			this.words = words;
		}

		/** The words after "because". */
		String words() {
			return this.words;
		}

	}

}

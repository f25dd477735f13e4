package dev.parley.casepage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parley.identity.Duty;
import dev.parley.register.DecisionEnd;
import dev.parley.register.ExemptionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the register what only the page of a case shows. */
@Component
class CaseRecords {

	private final JdbcClient jdbc;

	CaseRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who did what in a case, in order. That others have pleaded shows when both sides
	 * have or their time is over, and that they have voted when the votes show.
	 */
	List<Act> acts(String caseId, String viewer) {
		return this.jdbc.sql("""
				select a.duty, a.user_id, a.acted_at
				  from case_act a
				  left join lateral (
				        select f.number from referral f
				         where f.case_id = a.case_id and f.referred_at <= a.acted_at
				         order by f.number desc limit 1) referral on true
				 where a.case_id = :caseId
				   and (a.user_id = :viewer
				        or case
				               when a.duty in ('PLEAD', 'PLEAD_SECURITY') then
				                   (select count(*) = 2 from plea p
				                     where p.case_id = a.case_id and p.referral = referral.number)
				               when a.duty = 'VOTE' then
				                   exists (select 1 from ruling g
				                            where g.case_id = a.case_id and g.referral = referral.number)
				                   or exists (select 1 from passing_on p
				                               where p.case_id = a.case_id and p.referral = referral.number)
				               else true
				           end)
				 order by a.case_act_id""")
			.param("caseId", caseId)
			.param("viewer", viewer)
			.query((row, number) -> new Act(Duty.valueOf(row.getString("duty")), row.getString("user_id"),
					row.getTimestamp("acted_at").toInstant()))
			.list();
	}

	/** Whether the latest decision of a case is in force. */
	Optional<Force> force(String caseId) {
		return this.jdbc.sql("""
				select d.state, d.in_force_since, d.ended_at, d.ended_because, e.state as exemption
				  from decision d
				  left join exemption e on e.case_id = d.case_id and e.decision = d.number
				 where d.case_id = ? order by d.number desc limit 1""")
			.param(caseId)
			.query(CaseRecords::force)
			.optional();
	}

	private static Force force(ResultSet row, int number) throws SQLException {
		String because = row.getString("ended_because");
		String exemption = row.getString("exemption");
		return new Force(row.getString("state"), instant(row, "in_force_since"), instant(row, "ended_at"),
				(because != null) ? DecisionEnd.valueOf(because) : null,
				(exemption != null) ? ExemptionState.valueOf(exemption) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * What somebody did.
	 *
	 * @param duty what it was
	 * @param user who did it
	 * @param at when
	 */
	record Act(Duty duty, String user, Instant at) {

		boolean isVote() {
			return this.duty == Duty.VOTE;
		}

		boolean isOf(String person) {
			return this.user.equals(person);
		}

	}

	/**
	 * Whether a decision is in force.
	 *
	 * @param state its state
	 * @param since when it came in force, or null
	 * @param endedAt when it ended, or null
	 * @param because why it ended, or null
	 * @param exemption where its exemption stands, or null
	 */
	record Force(String state, @Nullable Instant since, @Nullable Instant endedAt, @Nullable DecisionEnd because,
			@Nullable ExemptionState exemption) {
	}

}

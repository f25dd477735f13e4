package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases handed up to the steering committee or the chief risk officer. */
@Component
public class Referrals {

	/** In SQL, who rules or has ruled on the referral {@code f}. */
	public static final String RULED_BY = """
			coalesce((select g.ruled_by from ruling g
			           where g.case_id = f.case_id and g.referral = f.number and g.state = 'IN_FORCE'
			           order by g.number desc limit 1),
			         case when exists (select 1 from passing_on p
			                            where p.case_id = f.case_id and p.referral = f.number)
			              then 'CRO' else f.sent_to end)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Referrals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Hands a case up with the decision that waits, if there is one; the case is
	 * escalated. What comes again after a refusal, or overdue after a ruling, goes to the
	 * chief risk officer. Done again, it changes nothing.
	 * @param to who is to rule when the case comes up for the first time
	 * @return whether it was handed up by this; false when it was before
	 */
	public boolean refer(String caseId, Authority to, Reason reason) {
		int referred = this.jdbc.sql("""
				insert into referral (case_id, number, sent_to, reason, decision, referred_at)
				select :caseId, (select count(*) + 1 from referral where case_id = :caseId),
				       case when exists (select 1 from decision where case_id = :caseId and state = 'REFUSED')
				              or waiting.decision is null and exists (select 1 from referral
				                                                       where case_id = :caseId and state = 'RULED')
				            then 'CRO' else :to end,
				       :reason, waiting.decision, cast(:now as timestamptz)
				  from risk_case
				  cross join (select max(number) as decision from decision
				               where case_id = :caseId and state = 'DECIDED') waiting
				 where case_id = :caseId and state = 'OPEN'
				on conflict do nothing""")
			.param("caseId", caseId)
			.param("to", to.name())
			.param("reason", reason.name())
			.param("now", now())
			.update();
		if (referred > 0) {
			setState(caseId, CaseState.ESCALATED);
		}
		return referred > 0;
	}

	/**
	 * A decision that comes before the ruling replaces the referral; the case is open
	 * again. A ruling that was given already, and not yet acknowledged, is in force by
	 * it: who decides has taken note. Does nothing where there is no referral.
	 */
	public void replace(String caseId) {
		int replaced = this.jdbc.sql("""
				update referral f set closed_at = :now,
				       state = case when exists (select 1 from ruling r
				                                  where r.case_id = f.case_id and r.referral = f.number)
				                    then 'RULED' else 'REPLACED' end
				 where f.case_id = :caseId and f.state = 'OPEN' and f.decision is null""")
			.param("caseId", caseId)
			.param("now", now())
			.update();
		if (replaced > 0) {
			this.jdbc.sql("""
					update ruling set state = 'IN_FORCE', in_force_since = :now
					 where case_id = :caseId and decision is null and state = 'GIVEN'""")
				.param("caseId", caseId)
				.param("now", now())
				.update();
			setState(caseId, CaseState.OPEN);
		}
	}

	/**
	 * A case that is withdrawn takes its referral back. Does nothing where there is none.
	 */
	public void withdraw(String caseId) {
		this.jdbc.sql("""
				update referral set state = 'WITHDRAWN', closed_at = :now
				 where case_id = :caseId and state = 'OPEN'""").param("caseId", caseId).param("now", now()).update();
	}

	/**
	 * The open referral of a case that is being judged.
	 * @throws IllegalStateException when there is none
	 */
	public Referral requireOpen(String caseId) {
		return latest(caseId).filter((referral) -> referral.state() == Referral.State.OPEN)
			.orElseThrow(() -> new IllegalStateException("Case %s is not handed up".formatted(caseId)));
	}

	/**
	 * A ruling settles the open referral of a case; the case is open again. Done again,
	 * it changes nothing.
	 */
	public void settle(String caseId) {
		int settled = this.jdbc.sql("""
				update referral set state = 'RULED', closed_at = :now
				 where case_id = :caseId and state = 'OPEN'""").param("caseId", caseId).param("now", now()).update();
		if (settled > 0) {
			setState(caseId, CaseState.OPEN);
		}
	}

	private void setState(String caseId, CaseState state) {
		this.jdbc.sql("update risk_case set state = ? where case_id = ?").params(state.name(), caseId).update();
	}

	/** The latest referral of a case. */
	public Optional<Referral> latest(String caseId) {
		return this.jdbc.sql("select * from referral where case_id = ? order by number desc limit 1")
			.param(caseId)
			.query((row, index) -> referral(row))
			.optional();
	}

	/** Who is to rule on an escalated case, or has settled it by a ruling. */
	public Optional<Authority> ruledBy(String caseId) {
		return this.jdbc.sql("""
				select %s as ruled_by
				  from referral f join risk_case c using (case_id)
				 where f.case_id = ? and f.state in ('OPEN', 'RULED') and c.state = 'ESCALATED'
				 order by f.number desc
				 limit 1""".formatted(RULED_BY))
			.param(caseId)
			.query((row, index) -> Authority.valueOf(row.getString("ruled_by")))
			.optional();
	}

	/** Whether a ruling was given on a case, whatever became of it. */
	public boolean isRuledOn(String caseId) {
		return this.jdbc.sql("select exists (select 1 from ruling where case_id = ?)")
			.param(caseId)
			.query(Boolean.class)
			.single();
	}

	private static Referral referral(ResultSet row) throws SQLException {
		return new Referral(row.getInt("number"), Authority.valueOf(row.getString("sent_to")),
				Reason.valueOf(row.getString("reason")), row.getObject("decision", Integer.class),
				row.getTimestamp("referred_at").toInstant(), Referral.State.valueOf(row.getString("state")));
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}

package dev.parley.arbitration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import dev.parley.identity.Side;
import dev.parley.register.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What both sides plead about the open referral of a case. */
@Component
class Pleas {

	private final JdbcClient jdbc;

	private final Referrals referrals;

	private final Clock clock;

	Pleas(JdbcClient jdbc, Referrals referrals, Clock clock) {
		this.jdbc = jdbc;
		this.referrals = referrals;
		this.clock = clock;
	}

	/** Records what a side pleads. */
	void give(String caseId, Side side, PleadCaseSubmission plea, String user) {
		insert(caseId, side, plea, user);
	}

	/**
	 * Records that time ran out for whoever has not pleaded. Done again, it changes
	 * nothing.
	 */
	void close(String caseId) {
		insert(caseId, Side.IT, null, null);
		insert(caseId, Side.SECURITY, null, null);
	}

	private void insert(String caseId, Side side, @Nullable PleadCaseSubmission plea, @Nullable String user) {
		this.jdbc.sql("""
				insert into plea (case_id, referral, side, state, plea, would_accept, links, pleaded_by, pleaded_at)
				values (:caseId, :referral, :side, :state, :plea, :wouldAccept, :links, :user, :now)
				on conflict do nothing""")
			.param("caseId", caseId)
			.param("referral", this.referrals.requireOpen(caseId).number())
			.param("side", side.name())
			.param("state", (plea != null) ? "GIVEN" : "NOT_GIVEN")
			.param("plea", (plea != null) ? plea.plea() : null)
			.param("wouldAccept", (plea != null) ? plea.wouldAccept() : null)
			.param("links", (plea != null) ? plea.links() : null)
			.param("user", user)
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.update();
	}

}

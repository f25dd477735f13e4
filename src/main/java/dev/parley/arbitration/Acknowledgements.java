package dev.parley.arbitration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import dev.parley.identity.Side;
import dev.parley.register.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How both sides take note of the latest ruling on the open referral of a case. */
@Component
class Acknowledgements {

	private final JdbcClient jdbc;

	private final Referrals referrals;

	private final Clock clock;

	Acknowledgements(JdbcClient jdbc, Referrals referrals, Clock clock) {
		this.jdbc = jdbc;
		this.referrals = referrals;
		this.clock = clock;
	}

	/** Records that a side takes note, or appeals where it gives grounds. */
	void give(String caseId, Side side, @Nullable String remark, @Nullable String grounds, String user) {
		insert(caseId, side, (grounds != null) ? "APPEALED" : "ACKNOWLEDGED", remark, grounds, user);
	}

	/**
	 * Records that time ran out for whoever has not taken note: the right to appeal is
	 * forfeited. Done again, it changes nothing.
	 */
	void close(String caseId) {
		insert(caseId, Side.IT, "FORFEITED", null, null, null);
		insert(caseId, Side.SECURITY, "FORFEITED", null, null, null);
	}

	private void insert(String caseId, Side side, String state, @Nullable String remark, @Nullable String grounds,
			@Nullable String user) {
		this.jdbc
			.sql("""
					insert into acknowledgement (case_id, referral, ruling, side, state, remark, grounds, given_by, given_at)
					select case_id, referral, max(number), :side, :state, :remark, :grounds, :user, cast(:now as timestamptz)
					  from ruling where case_id = :caseId and referral = :referral
					 group by case_id, referral
					on conflict (case_id, referral, ruling, side) do nothing""")
			.param("caseId", caseId)
			.param("referral", this.referrals.requireOpen(caseId).number())
			.param("side", side.name())
			.param("state", state)
			.param("remark", remark)
			.param("grounds", grounds)
			.param("user", user)
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.update();
	}

}

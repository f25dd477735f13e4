package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The risks of the register. A risk outlives its cases. */
@Component
public class Risks {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final DecisionsInForce inForce;

	Risks(JdbcClient jdbc, Clock clock, DecisionsInForce inForce) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.inForce = inForce;
	}

	/** Whether a risk is open; empty when there is none with this id. */
	public Optional<Boolean> isOpen(String riskId) {
		return this.jdbc.sql("select state = 'OPEN' from risk where risk_id = ?")
			.param(riskId)
			.query(Boolean.class)
			.optional();
	}

	/** The level of a risk; empty until it is rated, and where nobody stated a score. */
	public Optional<Level> level(String riskId) {
		return this.jdbc.sql("select level from risk where risk_id = ? and level is not null")
			.param(riskId)
			.query((row, number) -> Level.ofRank(row.getInt(1)))
			.optional();
	}

	/** The band of a risk; empty until it is rated. */
	public Optional<Band> band(String riskId) {
		return this.jdbc.sql("select band from risk where risk_id = ? and band is not null")
			.param(riskId)
			.query(Band.class)
			.optional();
	}

	/**
	 * Holds a risk until the transaction ends, so that it is not closed while a case on
	 * it is opened, nor the other way round. Whoever holds a case of it as well holds
	 * that first.
	 * @return whether it is open
	 */
	public boolean hold(String riskId) {
		return this.jdbc.sql("select state = 'OPEN' from risk where risk_id = ? for no key update")
			.param(riskId)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/** Why a closed risk is gone, by whose word; empty while it is open. */
	public Optional<Closure> closure(String riskId) {
		return this.jdbc.sql("select * from closure where risk_id = ?")
			.param(riskId)
			.query((row, index) -> new Closure(row.getString("reason"), row.getString("closed_by"),
					row.getTimestamp("closed_at").toInstant()))
			.optional();
	}

	/**
	 * Closes an open risk that the CISO confirms to be gone. The decision on it ends.
	 * @throws IllegalStateException when it is not open
	 */
	public void close(String riskId, String reason, String user) {
		Timestamp now = Timestamp.from(Instant.now(this.clock));
		int closed = this.jdbc.sql("update risk set state = 'CLOSED' where risk_id = ? and state = 'OPEN'")
			.param(riskId)
			.update();
		if (closed == 0) {
			throw new IllegalStateException("Risk %s is not open".formatted(riskId));
		}
		this.jdbc.sql("insert into closure (risk_id, reason, closed_by, closed_at) values (?, ?, ?, ?)")
			.params(riskId, reason, user, now)
			.update();
		this.inForce.of(riskId)
			.ifPresent((decision) -> this.inForce.end(decision, DecisionEnd.RISK_CLOSED, ExemptionState.CLOSED,
					"The risk is closed", user));
	}

	/**
	 * That a risk is gone.
	 *
	 * @param reason why
	 * @param by who confirmed it
	 * @param at when
	 */
	public record Closure(String reason, String by, Instant at) {
	}

}

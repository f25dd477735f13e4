package dev.parley.arbitration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A composition changes while no case calls the committee together, and the other way
 * round. Else a case could find no composition just before one is endorsed, and begin to
 * wait for it just after all that wait were told.
 */
@Component
class CompositionTurn {

	static final long LOCK = 0x636f6d6d697474L;

	private final JdbcClient jdbc;

	CompositionTurn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps compositions as they are until the transaction ends. */
	void toRead() {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock_shared(?)").param(LOCK).query(Integer.class).single();
	}

	/** Keeps all others from reading or changing compositions until then. */
	void toChange() {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query(Integer.class).single();
	}

}

package dev.parley.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs what a start sets up: one node at a time, wholly or not at all. */
@Component
public class StartUp {

	private static final long LOCK = 0x5061726c6579L;

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	StartUp(TransactionOperations transactions, JdbcClient jdbc) {
		this.transactions = transactions;
		this.jdbc = jdbc;
	}

	/** Runs the action in one transaction that no other node's start-up overlaps. */
	public void run(Runnable action) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query(Integer.class).single();
			action.run();
		});
	}

}

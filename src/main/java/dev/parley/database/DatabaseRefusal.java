package dev.parley.database;

import org.jspecify.annotations.Nullable;

/** Parley does not start on this database; says why and what to do. */
final class DatabaseRefusal extends RuntimeException {

	private final String wayOut;

	DatabaseRefusal(String reason, String wayOut) {
		this(reason, wayOut, null);
	}

	DatabaseRefusal(String reason, String wayOut, @Nullable Throwable cause) {
		super(reason, cause);
		this.wayOut = wayOut;
	}

	String wayOut() {
		return this.wayOut;
	}

}

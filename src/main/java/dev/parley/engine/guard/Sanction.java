package dev.parley.engine.guard;

import org.springframework.stereotype.Component;

/** The one sanctioned way to deploy models: inside {@link #run(Runnable)}. */
@Component
public class Sanction {

	private final ThreadLocal<Boolean> given = new ThreadLocal<>();

	/** Runs an action that may deploy. */
	public void run(Runnable action) {
		this.given.set(Boolean.TRUE);
		try {
			action.run();
		}
		finally {
			this.given.remove();
		}
	}

	boolean isGiven() {
		return Boolean.TRUE.equals(this.given.get());
	}

}

package dev.parley.engine.guard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * A refusal in the shape that the engine's REST layer hands on unchanged: its status, and
 * the message that Tasklist shows.
 */
public final class Refusal extends WebApplicationException {

	Refusal(String message, Response.Status status, Throwable cause) {
		super(message, cause, status);
	}

	/** The HTTP status of the refusal. */
	public int status() {
		return getResponse().getStatus();
	}

}

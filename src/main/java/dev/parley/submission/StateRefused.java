package dev.parley.submission;

/** The case is past this step, or not there yet. The message says where it stands. */
public class StateRefused extends RuntimeException {

	public StateRefused(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

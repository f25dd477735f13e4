package dev.parley.submission;

/** What is asked for does not exist. The message names it. */
public class NotThere extends RuntimeException {

	public NotThere(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

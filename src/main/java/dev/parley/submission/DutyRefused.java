package dev.parley.submission;

/** The person has no right to do this, or a duty forbids it. The message says which. */
public class DutyRefused extends RuntimeException {

	public DutyRefused(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

package dev.parley.submission;

/**
 * What was submitted cannot be accepted. The message is for the person who submitted it:
 * it names the thing, the value and the way out.
 */
public class SubmissionRefused extends RuntimeException {

	public SubmissionRefused(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

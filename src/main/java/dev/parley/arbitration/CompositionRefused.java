package dev.parley.arbitration;

import java.util.List;

import dev.parley.submission.SubmissionRefused;

/** A composition cannot be proposed as it was submitted. */
class CompositionRefused extends SubmissionRefused {

	private final List<String> reasons;

	/**
	 * Refuses it.
	 * @param reasons all of them, each a sentence or more
	 */
	CompositionRefused(List<String> reasons) {
		super(String.join(" ", reasons));
		this.reasons = List.copyOf(reasons);
	}

	List<String> reasons() {
		return this.reasons;
	}

}

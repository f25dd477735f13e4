package dev.parley.submission;

import org.jspecify.annotations.Nullable;

/**
 * The task that a submission completes.
 *
 * @param caseId the case
 * @param part which of several like tasks it is: a question's number, a side's group;
 * null where there is only one
 * @param user who completes it
 * @param models the deployment whose models the case runs on
 */
public record TaskContext(String caseId, @Nullable String part, String user, String models) {

	/**
	 * The part of a task that is one of several.
	 * @throws IllegalStateException when it is the only one
	 */
	public String requirePart() {
		if (this.part == null) {
			throw new IllegalStateException("The task of case %s is not one of several".formatted(this.caseId));
		}
		return this.part;
	}

}

package dev.parley.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.parley.identity.Duty;
import org.jspecify.annotations.Nullable;

/**
 * The form of a user task: what it shows, what it asks, and what becomes of the answers.
 * The class is named after the form: {@code DecideRiskForm} is behind
 * {@code forms/DecideRisk.form} and {@code UserTask_DecideRisk}.
 *
 * @param <S> the answers
 */
public interface TaskForm<S> {

	/**
	 * The duty that completing the task is.
	 * @param part which of several like tasks it is, or null
	 */
	Duty duty(@Nullable String part);

	/**
	 * The case so far, for the person who is asked.
	 * @param part which of several like tasks it is, or null
	 */
	Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part);

	/**
	 * When the task is due, where the register says so; empty where the table of
	 * deadlines does.
	 * @param part which of several like tasks it is, or null
	 */
	default Optional<Instant> due(String caseId, @Nullable String part) {
		return Optional.empty();
	}

	/**
	 * Reads the answers. Whether all were understood is judged afterwards, by
	 * {@link Submission#close()}.
	 */
	S read(Submission submission, TaskContext task);

	/**
	 * Enters the answers into the register.
	 * @return the routing values that the process goes on with
	 * @throws SubmissionRefused when the answers do not fit the case
	 */
	Map<String, Object> accept(S answers, TaskContext task);

}

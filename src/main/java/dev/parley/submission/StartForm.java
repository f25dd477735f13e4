package dev.parley.submission;

/**
 * The start form of the case process.
 *
 * @param <S> the answers
 */
public interface StartForm<S> {

	/** Reads the answers; {@link Submission#close()} judges afterwards. */
	S read(Submission submission);

	/**
	 * Opens a case.
	 * @return the case id
	 */
	String accept(S answers, String user);

}

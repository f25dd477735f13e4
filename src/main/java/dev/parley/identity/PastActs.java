package dev.parley.identity;

/**
 * Who acted in cases, whether still a user or not. A user id that stands there belongs to
 * one person for good.
 */
public interface PastActs {

	/** Whether somebody with a user id, in capitals or not, ever acted in a case. */
	boolean actedBefore(String userId);

}

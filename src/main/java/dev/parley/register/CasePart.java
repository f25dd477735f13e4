package dev.parley.register;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a capability adds to the case so far, in words. */
public interface CasePart {

	/**
	 * Adds what is known of a case, under keys of its own; null where there is nothing.
	 */
	void putInto(Map<String, @Nullable Object> shown, String caseId);

}

package dev.parley.engine;

/** Hands on to the running process of a case what has become known anew. */
public interface CaseRefresh {

	/**
	 * Sets the routing values of the running process, and renews what open tasks show.
	 * Deadlines that have begun stay as they are.
	 * @param caseId the case
	 * @param level name of the higher current level, or UNRATED
	 * @param band name of the band
	 */
	void afterComparison(String caseId, String level, String band);

	/**
	 * Renews what open tasks of a case show, after more has become known of it.
	 * @param caseId the case
	 */
	void renewTasks(String caseId);

}

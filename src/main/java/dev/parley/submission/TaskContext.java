package dev.parley.submission;

/**
 * The task that a submission completes.
 *
 * @param caseId the case
 * @param user who completes it
 * @param models the deployment whose models the case runs on
 */
public record TaskContext(String caseId, String user, String models) {
}

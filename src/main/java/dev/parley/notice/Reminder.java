package dev.parley.notice;

/**
 * A reminder of a task.
 *
 * @param taskId the task
 * @param caseId its case
 * @param recipient a user or a group
 * @param toGroup whether it is a group
 * @param text what to say
 */
public record Reminder(String taskId, String caseId, String recipient, boolean toGroup, String text) {
}

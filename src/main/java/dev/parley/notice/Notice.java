package dev.parley.notice;

import java.time.Instant;

/**
 * What somebody was told.
 *
 * @param id its number
 * @param caseId the case it is about
 * @param kind why they were told
 * @param text what they were told
 * @param givenAt when
 */
public record Notice(long id, String caseId, NoticeKind kind, String text, Instant givenAt) {
}

package dev.parley.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.parley.notice.Inbox;
import dev.parley.notice.Notice;
import org.springframework.stereotype.Component;

/** The section "Notices" of the start page. */
@Component
class MyNotices {

	private static final int SHOWN = 5;

	private final Inbox inbox;

	private final DateTimeFormatter givenFormat;

	MyNotices(Inbox inbox, Clock clock) {
		this.inbox = inbox;
		this.givenFormat = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	View of(String user, Set<String> groups) {
		List<Notice> found = this.inbox.unread(user, groups, SHOWN + 1);
		return new View(found.stream().limit(SHOWN).map(this::row).toList(), found.size() > SHOWN);
	}

	private Row row(Notice notice) {
		return new Row(notice.kind().name(), notice.kind().label(), notice.text(), notice.caseId(),
				this.givenFormat.format(notice.givenAt()), "/notices/" + notice.id() + "/read");
	}

	/**
	 * What the section shows.
	 *
	 * @param items the newest unread notices
	 * @param more whether there are older ones
	 */
	record View(List<Row> items, boolean more) {
	}

	/**
	 * One notice.
	 *
	 * @param kindCode why the viewer is told
	 * @param kindLabel the same in words
	 * @param text what the viewer is told
	 * @param caseId the case
	 * @param givenAt when, in words
	 * @param readHref where to mark it as read
	 */
	record Row(String kindCode, String kindLabel, String text, String caseId, String givenAt, String readHref) {
	}

}

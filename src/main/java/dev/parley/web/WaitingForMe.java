package dev.parley.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.parley.engine.Worklist;
import dev.parley.engine.Worklist.WaitingTask;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The section "Waiting for me" of the start page. */
@Component
class WaitingForMe {

	private static final int SHOWN = 10;

	private final Worklist worklist;

	private final DateTimeFormatter dueFormat;

	WaitingForMe(Worklist worklist, Clock clock) {
		this.worklist = worklist;
		ZoneId zone = clock.getZone();
		this.dueFormat = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
	}

	View of(String user, Set<String> groups) {
		long total = this.worklist.count(user, groups);
		List<Row> rows = this.worklist.first(user, groups, SHOWN).stream().map(this::row).toList();
		return new View(total, this.worklist.countOverdue(user, groups), total > rows.size(), rows);
	}

	private Row row(WaitingTask task) {
		return new Row(task.name(), task.caseId(), task.riskTitle(), levelCode(task.levelLabel()), task.levelLabel(),
				due(task.due()), task.overdue(), task.claimed(), "/tasks/" + task.id());
	}

	private static @Nullable String levelCode(String label) {
		return Arrays.stream(Level.values())
			.filter((level) -> level.label().equals(label))
			.map(Level::name)
			.findFirst()
			.orElse(null);
	}

	private @Nullable String due(@Nullable Instant due) {
		return (due != null) ? this.dueFormat.format(due) : null;
	}

	/**
	 * What the section shows.
	 *
	 * @param total number of waiting tasks
	 * @param overdue number of those past their due date
	 * @param more whether there are more than shown
	 * @param tasks the first by due date
	 */
	record View(long total, long overdue, boolean more, List<Row> tasks) {
	}

	/**
	 * One task.
	 *
	 * @param name what to do
	 * @param caseId the case
	 * @param riskTitle title of the risk
	 * @param level level, or null when not rated yet
	 * @param levelLabel the level in words
	 * @param due when it is due, in words
	 * @param overdue whether that is past
	 * @param mine whether the viewer has claimed it
	 * @param href where to do it
	 */
	record Row(String name, String caseId, String riskTitle, @Nullable String level, String levelLabel,
			@Nullable String due, boolean overdue, boolean mine, String href) {
	}

}

package dev.parley.casepage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.engine.CaseProgress.Step;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where a case stands: what is to be done, by whom and by when. */
@Component
class Standing {

	private final People people;

	private final Clock clock;

	private final Words words;

	Standing(People people, Clock clock, Words words) {
		this.people = people;
		this.clock = clock;
		this.words = words;
	}

	List<OpenStep> of(List<Step> open, Viewer viewer) {
		Map<String, String> names = this.people
			.namesOf(open.stream().flatMap(Standing::people).collect(Collectors.toSet()));
		return open.stream()
			.map((step) -> new OpenStep(step.name(), who(step, names), step.assignee() != null,
					this.words.moment(step.due()), isOverdue(step), viewer.mayDo(step) ? step.taskId() : null,
					isFree(step, viewer.user())))
			.toList();
	}

	private static Stream<String> people(Step step) {
		return (step.assignee() != null) ? Stream.of(step.assignee()) : step.users().stream();
	}

	private static String who(Step step, Map<String, String> names) {
		Stream<String> offices = (step.assignee() != null) ? Stream.empty()
				: step.groups()
					.stream()
					.map((group) -> Office.ofGroup(group).map(Office::label).orElse(group) + " (office)");
		return Stream.concat(offices, people(step).map((id) -> names.getOrDefault(id, id)))
			.collect(Collectors.joining(" or "));
	}

	private boolean isOverdue(Step step) {
		return step.due() != null && step.due().isBefore(this.clock.instant());
	}

	private static boolean isFree(Step step, String viewer) {
		return step.assignee() == null || step.assignee().equals(viewer);
	}

	/**
	 * Something to be done.
	 *
	 * @param name what
	 * @param who the person who has claimed it, or those who may
	 * @param claimed whether somebody has claimed it
	 * @param due by when, in words
	 * @param overdue whether that is past
	 * @param taskId the task, when the viewer may do it or take it over
	 * @param free whether nobody else has claimed it
	 */
	record OpenStep(String name, String who, boolean claimed, @Nullable String due, boolean overdue,
			@Nullable String taskId, boolean free) {
	}

}

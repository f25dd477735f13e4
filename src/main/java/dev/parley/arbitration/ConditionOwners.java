package dev.parley.arbitration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.parley.identity.People;
import dev.parley.register.Cases;
import dev.parley.submission.SubmissionRefused;
import org.springframework.stereotype.Component;

/** Knows who can be made to meet a condition. */
@Component
class ConditionOwners {

	private final People people;

	private final Cases cases;

	ConditionOwners(People people, Cases cases) {
		this.people = people;
		this.cases = cases;
	}

	/** The owners to offer for a condition, as the choices of a form. */
	List<Map<String, String>> offered(String caseId) {
		return this.people.ownersToOffer(this.cases.require(caseId).requireDecidingGroup())
			.stream()
			.map((owner) -> Map.of("value", owner.id(), "label", owner.label()))
			.toList();
	}

	/**
	 * Stops conditions that nobody would meet.
	 * @throws SubmissionRefused when an owner is neither a user nor a group
	 */
	void requireAll(List<Condition> conditions) {
		String faults = IntStream.rangeClosed(1, conditions.size())
			.filter((number) -> !this.people.exists(conditions.get(number - 1).owner()))
			.mapToObj((number) -> "line %d, \"%s\"".formatted(number, conditions.get(number - 1).owner()))
			.collect(Collectors.joining("; "));
		if (!faults.isEmpty()) {
			throw new SubmissionRefused(("Conditions (conditions) name an owner who is neither a user nor a group: %s."
					+ " Write the id, such as cio.")
				.formatted(faults));
		}
	}

}

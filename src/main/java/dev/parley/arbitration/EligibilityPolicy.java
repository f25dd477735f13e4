package dev.parley.arbitration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Office;

/**
 * Who may sit on the committee, by the offices held: those whom the organisation gave the
 * committee's office, and nobody who is a party of its cases, rules after it, watches it
 * or runs the system.
 */
final class EligibilityPolicy {

	private static final Map<Office, String> NOT_NEUTRAL = new EnumMap<>(
			Map.of(Office.CIO, "who decides on shared risks does not judge the decision", Office.CISO,
					"who objects does not judge the objection", Office.CRO,
					"who rules on what the committee refers has no part in its vote", Office.AUDITOR,
					"who reviews the committee does not sit on it", Office.ADMINISTRATOR,
					"who runs the system does not judge in it"));

	private static final String NAME_A_HOLDER = "Name somebody who does, or have the office given first.";

	private EligibilityPolicy() {
	}

	static List<Bar> barsToVoting(String person, OfficeHolders offices) {
		return barsTo(person, Office.COMMITTEE_MEMBER, offices);
	}

	static List<Bar> barsToPresiding(String person, OfficeHolders offices) {
		return barsTo(person, Office.COMMITTEE_CHAIR, offices);
	}

	/** What keeps somebody from presiding in the place of the chair. */
	static List<Bar> barsToStandingIn(String person, boolean member, OfficeHolders offices) {
		if (member || offices.holds(person, Office.COMMITTEE_CHAIR)) {
			return notNeutral(person, offices);
		}
		List<Bar> bars = new ArrayList<>();
		bars.add(new Bar("is no member of this composition, and does not hold the office %s"
			.formatted(Office.COMMITTEE_CHAIR.label()), "Name one of the members, or somebody who does."));
		bars.addAll(notNeutral(person, offices));
		return bars;
	}

	private static List<Bar> barsTo(String person, Office needed, OfficeHolders offices) {
		List<Bar> bars = new ArrayList<>();
		if (!offices.holds(person, needed)) {
			bars.add(new Bar("does not hold the office %s".formatted(needed.label()), NAME_A_HOLDER));
		}
		bars.addAll(notNeutral(person, offices));
		return bars;
	}

	private static List<Bar> notNeutral(String person, OfficeHolders offices) {
		return NOT_NEUTRAL.entrySet()
			.stream()
			.filter((office) -> offices.holds(person, office.getKey()))
			.map((office) -> new Bar("holds the office %s: %s".formatted(office.getKey().label(), office.getValue()),
					"Name somebody else."))
			.toList();
	}

	/**
	 * What keeps a person out.
	 *
	 * @param words the words after the person's name
	 * @param wayOut what to do about it, as a sentence
	 */
	record Bar(String words, String wayOut) {
	}

}

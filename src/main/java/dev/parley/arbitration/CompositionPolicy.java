package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.arbitration.EligibilityPolicy.Bar;

/**
 * What a composition of the committee must be: cross-functional, neutral, with terms of
 * office, and with a chair who has no vote.
 */
final class CompositionPolicy {

	static final int FEWEST_FUNCTIONS = 3;

	static final int FEWEST_MEMBERS = 3;

	static final int MOST_MEMBERS = 25;

	private CompositionPolicy() {
	}

	/**
	 * All that speaks against a composition today; nothing when it can be put in force.
	 */
	static List<String> objectionsTo(CompositionDraft draft, OfficeHolders offices, LocalDate today) {
		return Stream
			.of(size(draft), functions(draft), chairs(draft), eligibility(draft, offices), repeated(draft),
					seats(draft, today))
			.flatMap(List::stream)
			.toList();
	}

	/** The functions of seats, each once however it is written. */
	static List<String> functions(List<CommitteeSeat> seats) {
		Map<String, String> functions = new LinkedHashMap<>();
		seats.stream()
			.map((seat) -> seat.function().strip())
			.filter((function) -> !function.isEmpty())
			.forEach((function) -> functions.putIfAbsent(function.toLowerCase(Locale.ROOT), function));
		return List.copyOf(functions.values());
	}

	private static List<String> size(CompositionDraft draft) {
		int members = draft.seats().size();
		if (members >= FEWEST_MEMBERS && members <= MOST_MEMBERS) {
			return List.of();
		}
		return List.of("The number of members is %d; it goes from %d to %d. %s.".formatted(members, FEWEST_MEMBERS,
				MOST_MEMBERS, (members < FEWEST_MEMBERS) ? "Add members" : "Leave members out"));
	}

	private static List<String> functions(CompositionDraft draft) {
		List<String> functions = functions(draft.seats());
		if (functions.size() >= FEWEST_FUNCTIONS) {
			return List.of();
		}
		return List.of("The number of functions is %d%s; at least %d are needed. Add members of other functions."
			.formatted(functions.size(), functions.isEmpty() ? "" : " (" + String.join(", ", functions) + ")",
					FEWEST_FUNCTIONS));
	}

	private static List<String> chairs(CompositionDraft draft) {
		List<String> objections = new ArrayList<>();
		if (draft.chair().equals(draft.alternateChair())) {
			objections.add("%s is proposed as chair and as alternate chair. Name another alternate chair."
				.formatted(draft.chair()));
		}
		if (draft.hasMember(draft.chair())) {
			objections.add("%1$s is proposed as chair and as a member, and the chair does not vote. Leave %1$s out of"
				.formatted(draft.chair()) + " the members, or name another chair.");
		}
		return objections;
	}

	private static List<String> eligibility(CompositionDraft draft, OfficeHolders offices) {
		Stream<String> chair = said(draft.chair(), "chair", EligibilityPolicy.barsToPresiding(draft.chair(), offices));
		boolean known = draft.hasMember(draft.alternateChair()) || draft.alternateChair().equals(draft.chair());
		Stream<String> alternate = known ? Stream.empty() : said(draft.alternateChair(), "alternate chair",
				EligibilityPolicy.barsToStandingIn(draft.alternateChair(), false, offices));
		Stream<String> members = draft.seats()
			.stream()
			.map(CommitteeSeat::member)
			.distinct()
			.filter((member) -> !member.equals(draft.chair()))
			.flatMap((member) -> said(member, "a member", EligibilityPolicy.barsToVoting(member, offices)));
		return Stream.of(chair, alternate, members).flatMap(Function.identity()).toList();
	}

	private static Stream<String> said(String person, String role, List<Bar> bars) {
		return bars.stream()
			.map((bar) -> "%s, proposed as %s, %s. %s".formatted(person, role, bar.words(), bar.wayOut()));
	}

	private static List<String> repeated(CompositionDraft draft) {
		return draft.seats()
			.stream()
			.collect(Collectors.groupingBy(CommitteeSeat::member, LinkedHashMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((member) -> member.getValue() > 1)
			.map((member) -> "%s is proposed as a member %d times. Name each member once.".formatted(member.getKey(),
					member.getValue()))
			.toList();
	}

	private static List<String> seats(CompositionDraft draft, LocalDate today) {
		return draft.seats().stream().flatMap((seat) -> seat(seat, today)).toList();
	}

	private static Stream<String> seat(CommitteeSeat seat, LocalDate today) {
		List<String> objections = new ArrayList<>();
		if (seat.function().isBlank()) {
			objections.add("The function of %s is empty. Name a function, such as Legal.".formatted(seat.member()));
		}
		if (seat.to().isBefore(seat.from())) {
			objections.add("The term of %s ends on %s, before it begins on %s. Choose a later end."
				.formatted(seat.member(), seat.to(), seat.from()));
		}
		else if (seat.to().isBefore(today)) {
			objections.add("The term of %s was over on %s. Choose an end from %s on.".formatted(seat.member(),
					seat.to(), today));
		}
		return objections.stream();
	}

}

package dev.parley.arbitration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.arbitration.Composition.State;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page on the composition of the committee shows. */
@Component
class CompositionPage {

	private static final int HISTORY = 50;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private final Compositions compositions;

	private final People people;

	private final Clock clock;

	private final PageTimes times;

	CompositionPage(Compositions compositions, People people, Clock clock, PageTimes times) {
		this.compositions = compositions;
		this.people = people;
		this.clock = clock;
		this.times = times;
	}

	View view(String viewer) {
		Optional<Composition> inForce = this.compositions.inForce();
		Optional<Composition> proposed = this.compositions.proposed();
		List<Composition> all = this.compositions.history(HISTORY);
		Map<String, String> names = names(
				Stream.of(inForce.stream(), proposed.stream(), all.stream()).flatMap((some) -> some).toList());
		OfficeHolders offices = OfficeHolders.now(this.people);
		Set<String> groups = this.people.groupsOf(viewer);
		boolean sponsor = proposed
			.filter((one) -> CompositionRightsPolicy.objectionToAnswering(one, viewer, groups).isEmpty())
			.isPresent();
		return new View(inForce.map((one) -> shown(one, offices, names)).orElse(null),
				proposed.map((one) -> shown(one, offices, names)).orElse(null),
				all.stream().map((one) -> shown(one, offices, names)).toList(),
				CompositionRightsPolicy.objectionToProposing(groups).isEmpty(), sponsor);
	}

	/** The form for who may propose; it begins with the composition that is newest. */
	CompositionFields form() {
		return CompositionFields.of(this.compositions.proposed().or(this.compositions::inForce).orElse(null));
	}

	/** Whom the form offers for each role. */
	Choices choices() {
		List<String> members = this.people.membersOf(Office.COMMITTEE_MEMBER.group());
		List<String> chairs = this.people.membersOf(Office.COMMITTEE_CHAIR.group());
		Map<String, String> names = this.people
			.namesOf(Stream.concat(members.stream(), chairs.stream()).collect(Collectors.toSet()));
		return new Choices(choices(chairs.stream(), names),
				choices(Stream.concat(members.stream(), chairs.stream()), names), choices(members.stream(), names));
	}

	private static List<Choice> choices(Stream<String> people, Map<String, String> names) {
		return people.distinct()
			.map((person) -> new Choice(person, names.getOrDefault(person, person)))
			.sorted(Comparator.comparing(Choice::name))
			.toList();
	}

	private Map<String, String> names(List<Composition> compositions) {
		return this.people.namesOf(compositions.stream()
			.flatMap((one) -> Stream.concat(Stream.of(one.committee().chair(), one.committee().alternateChair(),
					one.proposedBy(), answeredBy(one)), one.committee().seats().stream().map(CommitteeSeat::member)))
			.filter((person) -> !person.isEmpty())
			.collect(Collectors.toSet()));
	}

	private static String answeredBy(Composition composition) {
		Endorsement answer = composition.answer();
		return (answer != null) ? answer.by() : "";
	}

	private Shown shown(Composition composition, OfficeHolders offices, Map<String, String> names) {
		CompositionDraft committee = composition.committee();
		Endorsement answer = composition.answer();
		ConveningPolicy today = new ConveningPolicy(composition, offices, Map.of(), LocalDate.now(this.clock));
		return new Shown(composition.number(), composition.state(), composition.state().label(),
				name(committee.chair(), names), today.objectionToChair().orElse(null),
				name(committee.alternateChair(), names), today.objectionToAlternate().orElse(null),
				committee.seats().stream().map((seat) -> shown(seat, today, names)).toList(),
				"%s, %s".formatted(name(composition.proposedBy(), names), this.times.moment(composition.proposedAt())),
				(answer != null) ? "%s, %s".formatted(name(answer.by(), names), this.times.moment(answer.at())) : null,
				(answer != null) ? answer.reason() : null);
	}

	private static ShownSeat shown(CommitteeSeat seat, ConveningPolicy today, Map<String, String> names) {
		return new ShownSeat(name(seat.member(), names), seat.function(), DAY.format(seat.from()),
				DAY.format(seat.to()), today.absence(seat).orElse(null));
	}

	private static String name(String person, Map<String, String> names) {
		return names.getOrDefault(person, person);
	}

	/**
	 * The page.
	 *
	 * @param inForce the composition in force, or null before the first
	 * @param proposed the composition that waits for an answer, or null
	 * @param history all, newest first
	 * @param mayPropose whether the viewer may propose another
	 * @param mayAnswer whether the viewer may answer the proposed one
	 */
	record View(@Nullable Shown inForce, @Nullable Shown proposed, List<Shown> history, boolean mayPropose,
			boolean mayAnswer) {
	}

	/**
	 * A composition in words.
	 *
	 * @param number its number
	 * @param state what became of it
	 * @param stateLabel the same in words
	 * @param chair who presides
	 * @param chairBar why not today, or null
	 * @param alternateChair who stands in
	 * @param alternateBar why not today, or null
	 * @param seats the members
	 * @param proposed by whom and when
	 * @param answered by whom and when, or null
	 * @param reason the sponsor's reason, or null
	 */
	record Shown(int number, State state, String stateLabel, String chair, @Nullable String chairBar,
			String alternateChair, @Nullable String alternateBar, List<ShownSeat> seats, String proposed,
			@Nullable String answered, @Nullable String reason) {
	}

	/**
	 * A seat in words.
	 *
	 * @param member who
	 * @param function function in the organisation
	 * @param from first day of the term
	 * @param to last day of the term
	 * @param absence why the member does not sit today, or null
	 */
	record ShownSeat(String member, String function, String from, String to, @Nullable String absence) {
	}

	/**
	 * Whom the form offers.
	 *
	 * @param chairs for the chair
	 * @param alternates for the alternate chair
	 * @param members for a seat
	 */
	record Choices(List<Choice> chairs, List<Choice> alternates, List<Choice> members) {
	}

	/**
	 * A person to choose.
	 *
	 * @param id user id
	 * @param name name to show
	 */
	record Choice(String id, String name) {
	}

}

package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.arbitration.Convening.Seat;
import dev.parley.arbitration.EligibilityPolicy.Bar;

/**
 * Who of a composition sits on a case, who of them votes, who presides, and whether that
 * is a committee.
 */
final class ConveningPolicy {

	static final String WAY_OUT = "The chair proposes a composition, the executive sponsor endorses it, at /committee/composition.";

	private final Composition composition;

	private final OfficeHolders offices;

	private final Map<String, String> recusals;

	private final LocalDate today;

	/**
	 * Judges a case.
	 * @param composition the composition in force
	 * @param offices who holds which office now
	 * @param recusals why people are kept from judging this case, by user id
	 * @param today the day
	 */
	ConveningPolicy(Composition composition, OfficeHolders offices, Map<String, String> recusals, LocalDate today) {
		this.composition = composition;
		this.offices = offices;
		this.recusals = recusals;
		this.today = today;
	}

	/**
	 * Calls the committee together.
	 * @param quorumToMeet how many who may vote it takes at least
	 */
	Convening convene(int quorumToMeet) {
		List<CommitteeSeat> sitting = sitting();
		List<String> functions = CompositionPolicy.functions(sitting);
		if (functions.size() < CompositionPolicy.FEWEST_FUNCTIONS) {
			return refused("has %d functions today%s; at least %d are needed".formatted(functions.size(),
					functions.isEmpty() ? "" : " (" + String.join(", ", functions) + ")",
					CompositionPolicy.FEWEST_FUNCTIONS), absences());
		}
		Optional<String> presiding = presiding();
		if (presiding.isEmpty()) {
			return refused("has nobody to preside on this case", chairs());
		}
		List<Seat> seats = sitting.stream()
			.map((seat) -> new Seat(seat.member(), seat.function(), this.recusals.get(seat.member())))
			.toList();
		Convening convening = new Convening(this.composition.number(), presiding.get(), seats, null);
		int voters = convening.voters().size();
		return (voters >= quorumToMeet) ? convening
				: refused(
						"has %d %s who may vote on this case; at least %d are needed to meet".formatted(voters,
								(voters == 1) ? "member" : "members", quorumToMeet),
						Stream.concat(recused(sitting), absences()));
	}

	/** Why a member does not sit today, if so: in the words after the name. */
	Optional<String> absence(CommitteeSeat seat) {
		if (seat.to().isBefore(this.today)) {
			return Optional.of("term ended on " + seat.to());
		}
		if (seat.from().isAfter(this.today)) {
			return Optional.of("term begins on " + seat.from());
		}
		return first(EligibilityPolicy.barsToVoting(seat.member(), this.offices));
	}

	private Optional<String> presiding() {
		CompositionDraft committee = this.composition.committee();
		return (objectionToChair().isEmpty()) ? Optional.of(committee.chair())
				: Optional.of(committee.alternateChair()).filter((alternate) -> objectionToAlternate().isEmpty());
	}

	/** Why the chair does not preside, if so. */
	Optional<String> objectionToChair() {
		String chair = this.composition.committee().chair();
		return Optional.ofNullable(this.recusals.get(chair))
			.or(() -> first(EligibilityPolicy.barsToPresiding(chair, this.offices)));
	}

	/** Why the alternate chair does not preside in the chair's place, if so. */
	Optional<String> objectionToAlternate() {
		String alternate = this.composition.committee().alternateChair();
		boolean member = sitting().stream().map(CommitteeSeat::member).anyMatch(alternate::equals);
		return Optional.ofNullable(this.recusals.get(alternate))
			.or(() -> first(EligibilityPolicy.barsToStandingIn(alternate, member, this.offices)));
	}

	private static Optional<String> first(List<Bar> bars) {
		return bars.stream().map(Bar::words).findFirst();
	}

	private Stream<String> chairs() {
		CompositionDraft committee = this.composition.committee();
		return Stream
			.of(objectionToChair().map((reason) -> said(committee.chair(), reason)),
					objectionToAlternate().map((reason) -> said(committee.alternateChair(), reason)))
			.flatMap(Optional::stream);
	}

	private Stream<String> recused(List<CommitteeSeat> sitting) {
		return sitting.stream()
			.map(CommitteeSeat::member)
			.filter(this.recusals::containsKey)
			.map((member) -> said(member, String.valueOf(this.recusals.get(member))));
	}

	private Stream<String> absences() {
		return seats().flatMap((seat) -> absence(seat).map((reason) -> said(seat.member(), reason)).stream());
	}

	private List<CommitteeSeat> sitting() {
		return seats().filter((seat) -> absence(seat).isEmpty()).toList();
	}

	private Stream<CommitteeSeat> seats() {
		return this.composition.committee().seats().stream();
	}

	private static String said(String person, String reason) {
		return "%s (%s)".formatted(person, reason);
	}

	private Convening refused(String what, Stream<String> people) {
		String kept = people.collect(Collectors.joining(", "));
		return Convening.refused("Composition %d of the committee %s.%s %s".formatted(this.composition.number(), what,
				kept.isEmpty() ? "" : " Kept out: " + kept + ".", WAY_OUT));
	}

}

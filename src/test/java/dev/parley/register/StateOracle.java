package dev.parley.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the five states of unacceptable risks mean, written from their words and not from
 * the SQL: a clerk who keeps a file of one risk and counts by hand.
 */
final class StateOracle {

	/** What the file says of a decision that came in force. */
	static final class Ruled {

		final Treatment treatment;

		final Band confirmedFor;

		final LocalDate reviewOn;

		final @Nullable LocalDate endsOn;

		boolean inForce = true;

		@Nullable ExemptionState exemption;

		Ruled(Treatment treatment, Band confirmedFor, LocalDate reviewOn, @Nullable LocalDate endsOn) {
			this.treatment = treatment;
			this.confirmedFor = confirmedFor;
			this.reviewOn = reviewOn;
			this.endsOn = endsOn;
			this.exemption = (treatment == Treatment.EXEMPT) ? ExemptionState.IN_FORCE : null;
		}

		LocalDate lastDay() {
			return (this.endsOn != null) ? this.endsOn : this.reviewOn;
		}

	}

	/** Decisions that came in force, the latest last. */
	final List<Ruled> file = new ArrayList<>();

	boolean closed;

	boolean rated;

	boolean securityMissing;

	boolean latestCaseWithdrawn;

	@Nullable Level level;

	Appetite appetite = new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH);

	void comesInForce(Ruled decision) {
		this.file.forEach((earlier) -> end(earlier,
				(decision.treatment == Treatment.EXEMPT) ? ExemptionState.RENEWED : ExemptionState.CLOSED));
		this.file.add(decision);
	}

	void end(Ruled decision, ExemptionState exemption) {
		decision.inForce = false;
		if (decision.exemption != null && decision.exemption.isLive()) {
			decision.exemption = exemption;
		}
	}

	Optional<Ruled> inForce() {
		return this.file.stream().filter((decision) -> decision.inForce).findFirst();
	}

	Optional<Ruled> live() {
		return this.file.stream()
			.filter((decision) -> decision.exemption != null && decision.exemption.isLive())
			.findFirst();
	}

	Band band() {
		int rank = (this.level != null) ? this.level.rank() : 0;
		if (rank > this.appetite.capacity().rank()) {
			return Band.ABOVE_CAPACITY;
		}
		if (this.level == null || this.securityMissing || rank > this.appetite.tolerance().rank()) {
			return Band.ABOVE_TOLERANCE;
		}
		return (rank > this.appetite.appetite().rank()) ? Band.WITHIN_TOLERANCE : Band.WITHIN_APPETITE;
	}

	private boolean isUnacceptable() {
		return !this.closed && (this.rated ? band().isAboveTolerance() : this.latestCaseWithdrawn);
	}

	/** The first that applies. */
	Optional<UnacceptableState> state(LocalDate today) {
		if (!isUnacceptable()) {
			return Optional.empty();
		}
		if (this.file.stream().anyMatch((decision) -> isExempted(decision, today))) {
			return Optional.of(UnacceptableState.EXEMPTION_IN_FORCE);
		}
		if (lastExemptionExpired(today)) {
			return Optional.of(UnacceptableState.EXEMPTION_EXPIRED);
		}
		if (inForce().filter((decision) -> isAccepted(decision, today)).isPresent()) {
			return Optional.of(UnacceptableState.ACCEPTED_ABOVE_TOLERANCE);
		}
		return Optional.of(inForce()
			.filter((decision) -> decision.treatment == Treatment.MITIGATE || decision.treatment == Treatment.TRANSFER
					|| decision.treatment == Treatment.AVOID)
			.map((decision) -> UnacceptableState.IN_TREATMENT)
			.orElse(UnacceptableState.NO_DECISION));
	}

	/**
	 * On its last day it is in force still, and never after, whether that was recorded or
	 * not.
	 */
	private static boolean isExempted(Ruled decision, LocalDate today) {
		return decision.exemption == ExemptionState.IN_FORCE && decision.endsOn != null
				&& !decision.endsOn.isBefore(today);
	}

	private boolean lastExemptionExpired(LocalDate today) {
		int last = this.file.size() - 1;
		while (last >= 0 && this.file.get(last).exemption == null) {
			last--;
		}
		if (last < 0) {
			return false;
		}
		Ruled exemption = this.file.get(last);
		boolean expired = exemption.exemption == ExemptionState.EXPIRED || (exemption.exemption != null
				&& exemption.exemption.isLive() && exemption.endsOn != null && exemption.endsOn.isBefore(today));
		boolean decidedSince = last < this.file.size() - 1;
		return expired && !decidedSince;
	}

	private boolean isAccepted(Ruled decision, LocalDate today) {
		return decision.treatment == Treatment.ACCEPT && decision.confirmedFor.compareTo(band()) >= 0
				&& !decision.reviewOn.isBefore(today);
	}

}

package dev.parley.register;

import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.identity.Side;
import org.jspecify.annotations.Nullable;

/**
 * Both positions side by side.
 *
 * @param it levels of the IT position, or null when it is missing
 * @param security levels of the security position, or null when it is missing
 * @param appetite what the levels are measured against
 */
public record Assessment(@Nullable Levels it, @Nullable Levels security, Appetite appetite) {

	/** The levels of one side, or null when it stated none. */
	public @Nullable Levels levelsOf(Side side) {
		return switch (side) {
			case IT -> this.it;
			case SECURITY -> this.security;
			case NONE -> null;
		};
	}

	/** Whether both sides stated a position. */
	public boolean isComplete() {
		return this.it != null && this.security != null;
	}

	/** Difference of the two current levels, 0 to 4; null when a position is missing. */
	public @Nullable Integer gap() {
		if (this.it == null || this.security == null) {
			return null;
		}
		return Math.abs(this.it.current().rank() - this.security.current().rank());
	}

	/** The higher current level, or null when nobody stated one. */
	public @Nullable Level level() {
		return levels().map(Levels::current).reduce(Level::higher).orElse(null);
	}

	/** The band of the higher current level. */
	public Band band() {
		return bandOf(level());
	}

	/**
	 * The level that routes a decision: the higher residual one where measures change the
	 * risk, else the higher current one.
	 */
	public @Nullable Level routingLevel(Treatment treatment) {
		if (!treatment.isRoutedByResidual()) {
			return level();
		}
		return levels().map(Levels::residual).reduce(Level::higher).orElse(null);
	}

	/** The band of the routing level. */
	public Band routingBand(Treatment treatment) {
		return bandOf(routingLevel(treatment));
	}

	/** While security has not stated a position, the band is above tolerance at least. */
	private Band bandOf(@Nullable Level level) {
		Band band = this.appetite.bandOf(level);
		return (this.security == null) ? band.atLeast(Band.ABOVE_TOLERANCE) : band;
	}

	private Stream<Levels> levels() {
		return Stream.of(Optional.ofNullable(this.it), Optional.ofNullable(this.security)).flatMap(Optional::stream);
	}

	/**
	 * The levels of one side.
	 *
	 * @param current as it is
	 * @param residual after the planned measures
	 */
	public record Levels(Level current, Level residual) {
	}

}

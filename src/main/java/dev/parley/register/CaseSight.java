package dev.parley.register;

import java.util.Set;

import dev.parley.identity.Duty;
import dev.parley.identity.Side;

/**
 * What a person sees of a case that this person may open.
 *
 * @param extent how much of what was said shows
 * @param veiled sides of which not even shows whether they have stated their position
 */
public record CaseSight(Extent extent, Set<Side> veiled) {

	/** Whether all that was said shows. */
	public boolean isWhole() {
		return this.extent == Extent.WHOLE;
	}

	/** Whether it shows that somebody did a duty. */
	public boolean shows(Duty duty) {
		return !isVeiled(duty.side());
	}

	public boolean isVeiled(Side side) {
		return this.veiled.contains(side);
	}

	/** How much of what was said shows. */
	public enum Extent {

		/** What was raised, where the case stands, and what the decision came to. */
		OUTLINE,
		/** All that was said. */
		WHOLE

	}

}

package dev.parley.casepage;

import java.util.Set;

import dev.parley.engine.CaseProgress.Step;
import org.jspecify.annotations.Nullable;

/** What several are asked for at once, and which shows when all is in. */
enum Veil {

	/** Neither side learns whether the other has stated its position. */
	POSITIONS(Set.of("StateItPosition", "StateSecurityPosition"),
			"Both sides are asked for their positions, neither seeing the other's. Whether a side has stated its own does not show before both are in%s.",
			", or the time for it is over: %s at the latest"),
	/** Neither side learns whether the other has pleaded. */
	PLEAS(Set.of("PleadCase"),
			"Both sides are asked to plead, neither seeing the other's plea. Whether a side has pleaded does not show before both have%s.",
			", or the time for it is over: %s at the latest"),
	/** Nobody learns how many votes are in, or whose. */
	VOTES(Set.of("CastVote"),
			"The committee votes%s. Who has voted, and how, does not show before there is a ruling, or the chief risk officer is to give one.",
			" until %s");

	private final Set<String> forms;

	private final String words;

	private final String limit;

	Veil(Set<String> forms, String words, String limit) {
		this.forms = forms;
		this.words = words;
		this.limit = limit;
	}

	boolean covers(Step step) {
		return this.forms.contains(step.form());
	}

	/**
	 * What is kept back, and until when.
	 * @param until when it is over at the latest, in words; null when nothing ends it
	 */
	String sentence(@Nullable String until) {
		return this.words.formatted((until != null) ? this.limit.formatted(until) : "");
	}

}

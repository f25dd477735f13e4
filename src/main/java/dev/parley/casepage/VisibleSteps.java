package dev.parley.casepage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.parley.engine.CaseProgress.Step;
import dev.parley.identity.Side;
import dev.parley.register.CaseSight;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a case that a person may see.
 *
 * @param open what is to be done, by due date
 * @param veiled what does not show whether it is done; the same until it shows
 */
record VisibleSteps(List<Step> open, List<Step> veiled) {

	private static final Map<String, Side> POSITIONS = Map.of("StateItPosition", Side.IT, "StateSecurityPosition",
			Side.SECURITY);

	static VisibleSteps of(List<Step> steps, CaseSight sight, Viewer viewer) {
		List<Veil> drawn = Stream.of(Veil.PLEAS, Veil.VOTES)
			.filter((veil) -> steps.stream().anyMatch((step) -> step.open() && veil.covers(step)))
			.toList();
		List<Step> veiled = steps.stream()
			.filter((step) -> isVeiledPosition(step, sight)
					|| drawn.stream().anyMatch((veil) -> veil.covers(step) && !viewer.isAsked(step)))
			.toList();
		return new VisibleSteps(steps.stream().filter((step) -> step.open() && !veiled.contains(step)).toList(),
				veiled);
	}

	private static boolean isVeiledPosition(Step step, CaseSight sight) {
		Side side = POSITIONS.get(step.form());
		return side != null && sight.isVeiled(side);
	}

	/** What is still to be done when the case itself is over. */
	VisibleSteps afterTheCase() {
		return new VisibleSteps(this.open, List.of());
	}

	/** What is kept from this person for the time being. */
	List<Veil> veils() {
		return Arrays.stream(Veil.values()).filter((veil) -> !under(veil).isEmpty()).toList();
	}

	/** The steps under a veil. */
	List<Step> under(Veil veil) {
		return this.veiled.stream().filter(veil::covers).toList();
	}

	/** When what is under a veil is over at the latest. */
	@Nullable Instant until(Veil veil) {
		return under(veil).stream().map(Step::due).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
	}

	/** All steps that the person knows of. */
	Stream<Step> known() {
		return Stream.concat(this.open.stream(), this.veiled.stream());
	}

}

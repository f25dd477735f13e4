package dev.parley.casepage;

import java.time.Instant;
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

	static VisibleSteps of(List<Step> steps, CaseSight sight) {
		return new VisibleSteps(steps.stream().filter((step) -> step.open() && shows(sight, step)).toList(),
				steps.stream().filter((step) -> !shows(sight, step)).toList());
	}

	private static boolean shows(CaseSight sight, Step step) {
		Side side = POSITIONS.get(step.form());
		return side == null || !sight.isVeiled(side);
	}

	/** Whether something is kept from this person for the time being. */
	boolean isVeiled() {
		return !this.veiled.isEmpty();
	}

	/** When all that is veiled is over at the latest. */
	@Nullable Instant veiledUntil() {
		return this.veiled.stream().map(Step::due).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
	}

	/** All steps that the person knows of. */
	Stream<Step> known() {
		return Stream.concat(this.open.stream(), this.veiled.stream());
	}

}

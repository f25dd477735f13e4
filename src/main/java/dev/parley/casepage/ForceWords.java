package dev.parley.casepage;

import java.util.Locale;

import dev.parley.casepage.CaseRecords.Force;
import dev.parley.register.DecisionEnd;
import dev.parley.register.ExemptionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether a decision is in force, since when, and why it is so no longer. */
@Component
class ForceWords {

	private final Words words;

	ForceWords(Words words) {
		this.words = words;
	}

	String of(Force force) {
		if (force.endedAt() != null) {
			return "Not in force since %s: %s".formatted(this.words.moment(force.endedAt()),
					because(force.because(), force.exemption()));
		}
		if (force.exemption() == ExemptionState.SUSPENDED) {
			return "In force from %s, and suspended now: its compensating controls are not known to be in place"
				.formatted(this.words.moment(force.since()));
		}
		if (force.since() != null) {
			return "In force since " + this.words.moment(force.since());
		}
		return switch (force.state()) {
			case "DECIDED" -> "Not in force yet";
			default -> "Not in force: " + force.state().toLowerCase(Locale.ROOT).replace('_', ' ');
		};
	}

	private static String because(@Nullable DecisionEnd end, @Nullable ExemptionState exemption) {
		return switch ((end != null) ? end : DecisionEnd.LATER_DECISION) {
			case LATER_DECISION -> "a later decision on the risk took its place";
			case NOT_EFFECTIVE -> "the CISO's office found that the treatment was not effective";
			case NOT_VERIFIED -> "the treatment was not verified in time";
			case EXEMPTION_ENDED -> "its exemption " + ended(exemption);
			case RISK_CLOSED -> "the risk is closed";
		};
	}

	private static String ended(@Nullable ExemptionState exemption) {
		if (exemption == ExemptionState.EXPIRED) {
			return "has expired";
		}
		return (exemption == ExemptionState.REVOKED) ? "was revoked" : "was closed";
	}

}

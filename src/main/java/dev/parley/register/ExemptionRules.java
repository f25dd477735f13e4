package dev.parley.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether another exemption may be decided on a risk today, and until when: by the
 * decision table ExemptionLimits as it is now, and by how many were granted before.
 */
@Component
public class ExemptionRules {

	private final ExemptionLimits limits;

	private final Exemptions exemptions;

	private final Risks risks;

	private final Clock clock;

	ExemptionRules(ExemptionLimits limits, Exemptions exemptions, Risks risks, Clock clock) {
		this.limits = limits;
		this.exemptions = exemptions;
		this.risks = risks;
		this.clock = clock;
	}

	/**
	 * The reason to refuse an exemption; empty when it may be decided.
	 * @param endsOn its last day
	 */
	public Optional<String> objectionTo(String riskId, LocalDate endsOn) {
		Level level = this.risks.level(riskId).orElse(null);
		ExemptionLimit limit = this.limits.now(level);
		int renewal = this.exemptions.granted(riskId);
		if (!limit.allows(renewal)) {
			return Optional.of(("Exemptions on risk %s were granted %s, and at the level %s one is renewed %s at most."
					+ " Choose another treatment.")
				.formatted(riskId, times(renewal), words(level), times(limit.renewals())));
		}
		LocalDate latest = limit.latestEnd(LocalDate.now(this.clock), renewal);
		return endsOn.isAfter(latest) ? Optional
			.of("Ends on (endsOn) is %s; at the level %s the last day is %s at the latest%s.".formatted(endsOn,
					words(level), latest, (renewal > 0) ? ", as each renewal is shorter than what it renews" : ""))
				: Optional.empty();
	}

	/** What another exemption on a risk may be, in a sentence. */
	public String sentence(String riskId) {
		Level level = this.risks.level(riskId).orElse(null);
		ExemptionLimit limit = this.limits.now(level);
		int renewal = this.exemptions.granted(riskId);
		if (!limit.allows(renewal)) {
			return "No exemption is possible any more: at the level %s one is renewed %s at most."
				.formatted(words(level), times(limit.renewals()));
		}
		LocalDate latest = limit.latestEnd(LocalDate.now(this.clock), renewal);
		return (renewal == 0)
				? "At the level %s an exemption may last until %s at the latest.".formatted(words(level), latest)
				: "At the level %s renewal %d of %d may last until %s at the latest.".formatted(words(level), renewal,
						limit.renewals(), latest);
	}

	private static String words(@Nullable Level level) {
		return (level != null) ? level.label() : "that nobody rated";
	}

	private static String times(int number) {
		return switch (number) {
			case 0 -> "never";
			case 1 -> "once";
			case 2 -> "twice";
			default -> number + " times";
		};
	}

}

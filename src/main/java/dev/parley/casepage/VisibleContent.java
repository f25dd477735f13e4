package dev.parley.casepage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.parley.register.CaseSight;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a case, as far as a person may see it. An outline names what it holds,
 * so that what comes to be known of cases later is not in it by itself.
 */
final class VisibleContent {

	private static final Set<String> OUTLINE = Set.of("riskId", "scenario", "category", "initiative",
			"initiativeStatus", "benefit", "neededBy", "raisedBy", "raisedOn", "asset", "referral", "withdrawal");

	private static final Set<String> DECISION_OUTLINE = Set.of("treatment", "decidedBy", "decidedOn");

	private static final Set<String> RULING_OUTLINE = Set.of("outcome", "by", "on", "state");

	private VisibleContent() {
	}

	static Map<String, @Nullable Object> of(Map<String, @Nullable Object> soFar, CaseSight sight) {
		if (sight.isWhole()) {
			return soFar;
		}
		Map<String, @Nullable Object> outline = only(OUTLINE, soFar);
		outline.put("decision",
				(soFar.get("decision") instanceof Map<?, ?> decision) ? only(DECISION_OUTLINE, decision) : null);
		outline.put("arbitration", arbitration(soFar.get("arbitration")));
		return outline;
	}

	private static @Nullable Object arbitration(@Nullable Object arbitration) {
		return (arbitration instanceof Map<?, ?> said && said.get("ruling") instanceof Map<?, ?> ruling)
				? Map.of("ruling", only(RULING_OUTLINE, ruling)) : null;
	}

	private static Map<String, @Nullable Object> only(Set<String> keys, Map<?, ?> all) {
		Map<String, @Nullable Object> kept = new HashMap<>();
		keys.forEach((key) -> kept.put(key, all.get(key)));
		return kept;
	}

}

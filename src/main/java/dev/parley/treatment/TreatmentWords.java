package dev.parley.treatment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Score;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlan.Result;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a treatment plan holds, in words. */
@Component
class TreatmentWords {

	private final Wording wording;

	TreatmentWords(Wording wording) {
		this.wording = wording;
	}

	Map<String, @Nullable Object> shown(Action action) {
		Result result = action.result();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("number", action.number());
		shown.put("action", action.action());
		shown.put("owner", this.wording.owner(action.owner()));
		shown.put("due", action.dueOn().toString());
		shown.put("imposed", action.imposed() ? "Imposed by a ruling" : null);
		shown.put("state", (result != null) ? result.state().label() : "Open");
		shown.put("evidenceLink", (result != null) ? result.evidenceLink() : null);
		shown.put("remark", (result != null) ? result.remark() : null);
		shown.put("by", (result != null) ? this.wording.name(result.by()) : null);
		shown.put("on", day(action.resultAt()));
		return shown;
	}

	Map<String, @Nullable Object> shown(Verification verification, @Nullable Instant at) {
		Score score = verification.score();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("outcome", verification.effect().label());
		shown.put("reasoning", verification.reasoning());
		shown.put("score",
				(score != null) ? "likelihood %d, impact %d".formatted(score.likelihood(), score.impact()) : null);
		shown.put("by", this.wording.name(verification.by()));
		shown.put("on", day(at));
		return shown;
	}

	private @Nullable String day(@Nullable Instant at) {
		return (at != null) ? this.wording.day(at) : null;
	}

}

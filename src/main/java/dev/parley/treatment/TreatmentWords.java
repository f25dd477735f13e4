package dev.parley.treatment;

import java.util.HashMap;
import java.util.Map;

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
		return shown;
	}

	Map<String, @Nullable Object> shown(Verification verification) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("outcome", verification.effect().label());
		shown.put("reasoning", verification.reasoning());
		shown.put("by", this.wording.name(verification.by()));
		return shown;
	}

}

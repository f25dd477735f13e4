package dev.parley.treatment;

import java.util.HashMap;
import java.util.Map;

import dev.parley.register.CasePart;
import dev.parley.register.TreatmentPlan;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.TreatmentPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The treatment plan of a case in words, under the key {@code plan}. */
@Component
class TreatmentSoFar implements CasePart {

	private final TreatmentPlans plans;

	private final TreatmentWords words;

	TreatmentSoFar(TreatmentPlans plans, TreatmentWords words) {
		this.plans = plans;
		this.words = words;
	}

	@Override
	public void putInto(Map<String, @Nullable Object> shown, String caseId) {
		shown.put("plan", this.plans.find(caseId).map(this::shown).orElse(null));
	}

	private Map<String, @Nullable Object> shown(TreatmentPlan plan) {
		Verification verification = plan.verification();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("actions", plan.actions().stream().map(this.words::shown).toList());
		shown.put("verification", (verification != null) ? this.words.shown(verification, plan.verifiedAt()) : null);
		return shown;
	}

}

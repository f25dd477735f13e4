package dev.parley.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.parley.identity.Side;
import dev.parley.register.Assurance.Opinion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The latest decision of a case in words, with what was said about it. */
@Component
class DecisionSoFar {

	private final Decisions decisions;

	private final Assurances assurances;

	private final Referrals referrals;

	private final Confirmations confirmations;

	private final Wording wording;

	DecisionSoFar(Decisions decisions, Assurances assurances, Referrals referrals, Confirmations confirmations,
			Wording wording) {
		this.decisions = decisions;
		this.assurances = assurances;
		this.referrals = referrals;
		this.confirmations = confirmations;
		this.wording = wording;
	}

	/**
	 * Adds decision, assurance, agreement and referral; each null where there is none.
	 */
	void putInto(Map<String, @Nullable Object> shown, String caseId) {
		Decision decision = this.decisions.latest(caseId).orElse(null);
		shown.put("decision", (decision != null) ? shown(caseId, decision) : null);
		shown.put("assurance", (decision != null)
				? this.assurances.of(caseId, decision.number()).map(this::shown).orElse(null) : null);
		List<Map<String, @Nullable Object>> agreements = (decision != null) ? agreements(caseId, decision) : List.of();
		shown.put("agreements", agreements);
		shown.put("agreement", agreements.isEmpty() ? null : agreements.get(agreements.size() - 1));
		shown.put("referral", this.referrals.latest(caseId).map(this::shown).orElse(null));
	}

	private Map<String, @Nullable Object> shown(String caseId, Decision decision) {
		DecisionDraft content = decision.content();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("treatment", content.treatment().label());
		shown.put("decidedBy", this.wording.name(decision.decidedBy()));
		shown.put("decidedOn", this.wording.day(decision.decidedAt()));
		shown.put("rationale", content.rationale());
		shown.put("reviewOn", content.reviewOn().toString());
		shown.put("details", details(content));
		shown.put("options", content.options().stream().map(DecisionSoFar::shown).toList());
		shown.put("actions", content.actions().stream().map(this::shown).toList());
		shown.put("inForce", decision.inForce());
		shown.put("revises", revises(caseId, decision));
		shown.put("refusedBefore", refusedBefore(caseId, content.treatment()));
		return shown;
	}

	/**
	 * The treatments that rulings refused before this one was chosen; null where there is
	 * none.
	 */
	private @Nullable String refusedBefore(String caseId, Treatment chosen) {
		String refused = this.confirmations.refusedTreatments(caseId)
			.stream()
			.filter((treatment) -> treatment != chosen)
			.map(Treatment::label)
			.sorted()
			.collect(Collectors.joining(", "));
		return refused.isEmpty() ? null : refused;
	}

	private @Nullable String revises(String caseId, Decision decision) {
		if (decision.revises() == null) {
			return null;
		}
		Decision earlier = this.decisions.find(caseId, decision.revises()).orElseThrow();
		String objection = this.assurances.of(caseId, earlier.number())
			.filter((assurance) -> assurance.opinion() != null)
			.map(this::objection)
			.orElse("no opinion on it is recorded.");
		return "This revises an earlier decision, %s, by %s on %s: %s To it %s".formatted(
				earlier.content().treatment().label(), this.wording.name(earlier.decidedBy()),
				this.wording.day(earlier.decidedAt()), sentence(earlier.content().rationale()), objection);
	}

	private String objection(Assurance assurance) {
		return "the CISO objected (%s, %s): %s".formatted(this.wording.name(assurance.givenBy()),
				this.wording.day(assurance.at()), Objects.requireNonNull(assurance.opinion()).words());
	}

	private static String sentence(String text) {
		return text.endsWith(".") ? text : text + ".";
	}

	private Map<String, @Nullable Object> shown(Assurance assurance) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("outcome", assurance.outcome().label());
		shown.put("givenBy", this.wording.name(assurance.givenBy()));
		shown.put("givenOn", this.wording.day(assurance.at()));
		Opinion opinion = assurance.opinion();
		if (opinion != null) {
			shown.put("informed", opinion.informed() ? "yes" : "no");
			shown.put("defensible", opinion.defensible() ? "yes" : "no");
			shown.put("opinion", opinion.words());
		}
		return shown;
	}

	/** What was said in the attempt to agree, on this decision or the one before. */
	private List<Map<String, @Nullable Object>> agreements(String caseId, Decision decision) {
		Integer about = (decision.revises() != null) ? decision.revises() : Integer.valueOf(decision.number());
		return this.assurances.agreementsOn(caseId, about).stream().map(this::shown).toList();
	}

	private Map<String, @Nullable Object> shown(Agreement said) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("side", (said.side() == Side.IT) ? "Owner" : "CISO");
		shown.put("outcome", said.outcome().label());
		shown.put("by", this.wording.name(said.by()));
		shown.put("on", this.wording.day(said.at()));
		return shown;
	}

	private Map<String, @Nullable Object> shown(Referral referral) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("to", referral.to().label());
		shown.put("reason", referral.reason().name());
		shown.put("state", referral.state().label());
		shown.put("on", this.wording.day(referral.at()));
		shown.put("sentence", "Handed up to the %s because %s.".formatted(referral.to().label(), referral.because()));
		return shown;
	}

	private static @Nullable String details(DecisionDraft content) {
		if (content.transfer() != null) {
			return "Transferred to %s by a contract of %s.".formatted(content.transfer().counterparty(),
					content.transfer().contractOn());
		}
		if (content.exemption() != null) {
			return "Deviates from: %s. Compensating controls: %s. Ends on %s.".formatted(
					withoutStop(content.exemption().deviatesFrom()),
					withoutStop(content.exemption().compensatingControls()), content.exemption().endsOn());
		}
		return null;
	}

	private static String withoutStop(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

	private static Map<String, String> shown(DecisionDraft.Option option) {
		return Map.of("name", option.name(), "benefit", option.benefit(), "cost", option.cost(), "residual",
				option.residual().label());
	}

	private Map<String, @Nullable String> shown(DecisionDraft.Action action) {
		Map<String, @Nullable String> shown = new HashMap<>();
		shown.put("action", action.action());
		shown.put("owner", this.wording.owner(action.owner()));
		shown.put("due", action.dueOn().toString());
		return shown;
	}

}

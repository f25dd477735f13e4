package dev.parley.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.Side;
import dev.parley.register.Agreement;
import dev.parley.register.Assurances;
import dev.parley.register.CaseSoFar;
import dev.parley.register.DecisionDraft;
import dev.parley.register.Decisions;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one attempt to agree, the owner first: stand by the decision or revise it; then
 * withdraw the objection or confirm the disagreement.
 */
@Component
class SeekAgreementForm implements TaskForm<SeekAgreementSubmission> {

	private final DecisionIntake intake;

	private final Assurances assurances;

	private final Decisions decisions;

	private final CaseSoFar caseSoFar;

	private final Clock clock;

	SeekAgreementForm(DecisionIntake intake, Assurances assurances, Decisions decisions, CaseSoFar caseSoFar,
			Clock clock) {
		this.intake = intake;
		this.assurances = assurances;
		this.decisions = decisions;
		this.caseSoFar = caseSoFar;
		this.clock = clock;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return isSecuritys(part) ? Duty.RECONSIDER_OBJECTION : Duty.RECONSIDER;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		this.intake.putChoicesInto(shown, caseId);
		shown.put("side", isSecuritys(part) ? "SECURITY" : "OWNER");
		shown.put("outcomes", isSecuritys(part) ? List.of(
				choice(Agreement.Outcome.AGREED,
						"I withdraw the objection; the rules say whether a confirmation is still needed"),
				choice(Agreement.Outcome.DISAGREEMENT_CONFIRMED, "I confirm the disagreement; the case is handed up"))
				: List.of(choice(Agreement.Outcome.STAND, "I stand by the decision as it is"),
						choice(Agreement.Outcome.REVISE, "I revise the decision")));
		return shown;
	}

	private static Map<String, String> choice(Agreement.Outcome outcome, String label) {
		return Map.of("value", outcome.name(), "label", label);
	}

	@Override
	public SeekAgreementSubmission read(Submission submission, TaskContext task) {
		return isSecuritys(task.part()) ? SeekAgreementSubmission.readSecuritys(submission)
				: SeekAgreementSubmission.readOwners(submission, LocalDate.now(this.clock));
	}

	@Override
	public Map<String, Object> accept(SeekAgreementSubmission answers, TaskContext task) {
		int decision = this.decisions.require(task.caseId()).number();
		Side side = isSecuritys(task.part()) ? Side.SECURITY : Side.IT;
		this.assurances.say(task.caseId(), decision, side, answers.outcome(), task.user());
		if (side == Side.SECURITY) {
			return Map.of(CioDecisionProcess.OBJECTION_STANDS, answers.outcome() != Agreement.Outcome.AGREED);
		}
		DecisionDraft revision = answers.revision();
		Map<String, Object> routing = new HashMap<>();
		routing.put(CioDecisionProcess.DECISION_REVISED, revision != null);
		if (revision != null) {
			routing.putAll(this.intake.revise(revision, task));
		}
		return routing;
	}

	private static boolean isSecuritys(@Nullable String part) {
		return Office.CISO.group().equals(part);
	}

}

package dev.parley.arbitration;

import java.util.HashMap;
import java.util.Map;

import dev.parley.arbitration.Rounds.Cause;
import dev.parley.identity.Duty;
import dev.parley.identity.Side;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Referral.Authority;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Both sides take note of a ruling. A ruling of the committee can be appealed against
 * once: the chief risk officer's, which follows, is final.
 */
@Component
class AcknowledgeRulingForm implements TaskForm<AcknowledgeRulingSubmission> {

	private final Acknowledgements acknowledgements;

	private final Rulings rulings;

	private final Rounds rounds;

	private final ArbitrationNotices notices;

	private final CaseSoFar caseSoFar;

	AcknowledgeRulingForm(Acknowledgements acknowledgements, Rulings rulings, Rounds rounds, ArbitrationNotices notices,
			CaseSoFar caseSoFar) {
		this.acknowledgements = acknowledgements;
		this.rulings = rulings;
		this.rounds = rounds;
		this.notices = notices;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return (Sides.of(part) == Side.SECURITY) ? Duty.ACKNOWLEDGE_SECURITY : Duty.ACKNOWLEDGE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("side", Sides.of(part).name());
		shown.put("mayAppeal", mayAppeal(caseId));
		return shown;
	}

	@Override
	public AcknowledgeRulingSubmission read(Submission submission, TaskContext task) {
		return AcknowledgeRulingSubmission.read(submission, mayAppeal(task.caseId()));
	}

	@Override
	public Map<String, Object> accept(AcknowledgeRulingSubmission answers, TaskContext task) {
		this.acknowledgements.give(task.caseId(), Sides.of(task.part()), answers.remark(), answers.grounds(),
				task.user());
		if (answers.isAppeal()) {
			this.rounds.passOn(task.caseId(), Cause.APPEAL);
			this.notices.passedOn(task.caseId(), Cause.APPEAL);
		}
		return Map.of(CommitteeArbitrationProcess.APPEALED, answers.isAppeal());
	}

	private boolean mayAppeal(String caseId) {
		return this.rulings.require(caseId).by() == Authority.COMMITTEE;
	}

}

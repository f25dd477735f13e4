package dev.parley.exemption;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.Attestation.State;
import dev.parley.register.Attestations;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Exemptions;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owner of the compensating controls says whether they are in place. */
@Component
class AttestControlsForm implements TaskForm<AttestControlsSubmission> {

	private final Exemptions exemptions;

	private final Attestations attestations;

	private final CaseSoFar caseSoFar;

	AttestControlsForm(Exemptions exemptions, Attestations attestations, CaseSoFar caseSoFar) {
		this.exemptions = exemptions;
		this.attestations = attestations;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.ATTEST;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public AttestControlsSubmission read(Submission submission, TaskContext task) {
		return AttestControlsSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(AttestControlsSubmission answers, TaskContext task) {
		this.attestations.record(this.exemptions.requireGranted(task.caseId()).id(),
				answers.inPlace() ? State.IN_PLACE : State.NOT_IN_PLACE, answers.evidenceLink(), answers.remark(),
				task.user());
		return Map.of(ExemptionProcess.CONTROLS_IN_PLACE, answers.inPlace());
	}

}

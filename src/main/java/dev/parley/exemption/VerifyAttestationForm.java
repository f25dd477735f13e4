package dev.parley.exemption;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.Attestations;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Exemptions;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO confirms an attestation, or finds that it fails. */
@Component
class VerifyAttestationForm implements TaskForm<VerifyAttestationSubmission> {

	private final Exemptions exemptions;

	private final Attestations attestations;

	private final CaseSoFar caseSoFar;

	VerifyAttestationForm(Exemptions exemptions, Attestations attestations, CaseSoFar caseSoFar) {
		this.exemptions = exemptions;
		this.attestations = attestations;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.VERIFY_ATTESTATION;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public VerifyAttestationSubmission read(Submission submission, TaskContext task) {
		return VerifyAttestationSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(VerifyAttestationSubmission answers, TaskContext task) {
		this.attestations.check(this.exemptions.requireGranted(task.caseId()).id(), answers.outcome().recorded(),
				answers.reasoning(), task.user());
		return Map.of(ExemptionProcess.ATTESTATION_OUTCOME, answers.outcome().name());
	}

}

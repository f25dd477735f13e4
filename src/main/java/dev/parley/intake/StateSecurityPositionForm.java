package dev.parley.intake;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.Side;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Position.Statement;
import dev.parley.register.Positions;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the security position, before anybody may see the other one. */
@Component
class StateSecurityPositionForm implements TaskForm<Statement> {

	private final Positions positions;

	private final CaseSoFar caseSoFar;

	StateSecurityPositionForm(Positions positions, CaseSoFar caseSoFar) {
		this.positions = positions;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.STATE_SECURITY;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public Statement read(Submission submission, TaskContext task) {
		return StatePositionSubmission.readSecurity(submission);
	}

	@Override
	public Map<String, Object> accept(Statement statement, TaskContext task) {
		this.positions.state(task.caseId(), Side.SECURITY, statement, task.user());
		return Map.of();
	}

}

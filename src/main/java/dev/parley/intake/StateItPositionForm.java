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

/** Takes the IT position, before anybody may see the other one. */
@Component
class StateItPositionForm implements TaskForm<Statement> {

	private final Positions positions;

	private final CaseSoFar caseSoFar;

	StateItPositionForm(Positions positions, CaseSoFar caseSoFar) {
		this.positions = positions;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.STATE_IT;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public Statement read(Submission submission, TaskContext task) {
		return StatePositionSubmission.readIt(submission);
	}

	@Override
	public Map<String, Object> accept(Statement statement, TaskContext task) {
		this.positions.state(task.caseId(), Side.IT, statement, task.user());
		return Map.of();
	}

}

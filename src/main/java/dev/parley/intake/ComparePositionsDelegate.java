package dev.parley.intake;

import dev.parley.register.Appetite;
import dev.parley.register.Assessment;
import dev.parley.register.Comparison;
import dev.parley.register.Level;
import dev.parley.register.RatingCause;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Compares both positions and measures the risk against the appetite. */
@Component("comparePositions")
class ComparePositionsDelegate implements JavaDelegate {

	private final Comparison comparison;

	ComparePositionsDelegate(Comparison comparison) {
		this.comparison = comparison;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Appetite appetite = new Appetite(level(execution, RiskIntakeProcess.APPETITE),
				level(execution, RiskIntakeProcess.TOLERANCE), level(execution, RiskIntakeProcess.CAPACITY));
		Assessment assessment = this.comparison.compare(RiskIntakeProcess.caseId(execution), appetite,
				RatingCause.POSITIONS, ((ExecutionEntity) execution).getProcessDefinition().getDeploymentId());
		Level level = assessment.level();
		execution.setVariable(RiskIntakeProcess.LEVEL, (level != null) ? level.name() : Level.UNRATED);
		execution.setVariable(RiskIntakeProcess.BAND, assessment.band().name());
		execution.setVariable(RiskIntakeProcess.POSITION_GAP, assessment.gap());
		execution.setVariable(RiskIntakeProcess.POSITIONS_COMPLETE, assessment.isComplete());
	}

	private static Level level(DelegateExecution execution, String variable) {
		return Level.ofRank(((Number) execution.getVariable(variable)).intValue());
	}

}

package dev.parley.engine;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Evaluates decision tables of the deployment that a case runs on. */
@Component
class DecisionTables {

	private final ObjectProvider<DecisionService> decisions;

	DecisionTables(ObjectProvider<DecisionService> decisions) {
		this.decisions = decisions;
	}

	/**
	 * A whole number out of the one matching row.
	 * @throws IllegalStateException when no row matches or the cell is empty
	 */
	int wholeNumber(String deploymentId, String table, String output, Map<String, Object> inputs) {
		String definitionId = Context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedDecisionDefinitionByDeploymentAndKey(deploymentId, table)
			.getId();
		DmnDecisionResult result = evaluate(definitionId, inputs);
		if (result.isEmpty() || !(result.getFirstResult().getEntry(output) instanceof Number number)) {
			throw new IllegalStateException("The decision table %s has no %s for %s".formatted(table, output, inputs));
		}
		return number.intValue();
	}

	private DmnDecisionResult evaluate(String definitionId, Map<String, Object> inputs) {
		return Context.getCommandContext()
			.runWithoutAuthorization(
					() -> this.decisions.getObject().evaluateDecisionById(definitionId).variables(inputs).evaluate());
	}

	/** The deployment of the process that is being executed. */
	static String currentDeployment() {
		BpmnExecutionContext execution = Context.getBpmnExecutionContext();
		if (execution == null) {
			throw new IllegalStateException("A decision table was asked for outside a process");
		}
		return execution.getProcessDefinition().getDeploymentId();
	}

}

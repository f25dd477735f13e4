package dev.parley.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Evaluates decision tables of the deployment that a case runs on. */
@Component
class DecisionTables {

	private final ObjectProvider<DecisionService> decisions;

	private final ObjectProvider<RepositoryService> repository;

	private final SystemScope system;

	DecisionTables(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> repository,
			SystemScope system) {
		this.decisions = decisions;
		this.repository = repository;
		this.system = system;
	}

	/**
	 * A whole number out of the one matching row.
	 * @throws IllegalStateException when no row matches or the cell is empty
	 */
	int wholeNumber(String deploymentId, String table, String output, Map<String, Object> inputs) {
		return wholeNumber(deploymentId, List.of(table), output, inputs);
	}

	/**
	 * A whole number out of the one matching row of the first table that has it.
	 * @throws IllegalStateException when no table has it
	 */
	int wholeNumber(String deploymentId, List<String> tables, String output, Map<String, Object> inputs) {
		return tables.stream()
			.map((table) -> this.system.call(() -> evaluate(deploymentId, table, inputs)))
			.filter((result) -> !result.isEmpty())
			.map((result) -> result.getFirstResult().getEntryMap().get(output))
			.filter(Number.class::isInstance)
			.map((number) -> ((Number) number).intValue())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"The decision table %s has no %s for %s".formatted(String.join(" or ", tables), output, inputs)));
	}

	/**
	 * The numbers of the one matching row, by column, in the latest version of a table.
	 * @throws IllegalStateException when no row matches
	 */
	Map<String, Number> latestNumbers(String table, Map<String, Object> inputs) {
		return find(latest(table), table, inputs).orElseThrow(
				() -> new IllegalStateException("The decision table %s has no row for %s".formatted(table, inputs)));
	}

	/**
	 * The numbers of the one matching row, by column, in the table of a deployment. Empty
	 * when no row matches.
	 */
	Optional<Map<String, Number>> find(String deploymentId, String table, Map<String, Object> inputs) {
		return this.system.call(() -> evaluate(deploymentId, table, inputs))
			.stream()
			.findFirst()
			.map(DecisionTables::numbers);
	}

	private static Map<String, Number> numbers(DmnDecisionResultEntries row) {
		return row.getEntryMap()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() instanceof Number)
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> (Number) entry.getValue()));
	}

	private String latest(String table) {
		return Optional
			.ofNullable(this.repository.getObject()
				.createDecisionDefinitionQuery()
				.decisionDefinitionKey(table)
				.latestVersion()
				.singleResult())
			.map(DecisionDefinition::getDeploymentId)
			.orElseThrow(() -> new IllegalStateException("There is no decision table " + table));
	}

	private DmnDecisionResult evaluate(String deploymentId, String table, Map<String, Object> inputs) {
		String definitionId = Optional
			.ofNullable(this.repository.getObject()
				.createDecisionDefinitionQuery()
				.deploymentId(deploymentId)
				.decisionDefinitionKey(table)
				.singleResult())
			.map(DecisionDefinition::getId)
			.orElseThrow(() -> new IllegalStateException(
					"The models %s have no decision table %s".formatted(deploymentId, table)));
		return this.decisions.getObject().evaluateDecisionById(definitionId).variables(inputs).evaluate();
	}

}

package dev.parley.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parley.database.StartUp;
import dev.parley.engine.guard.Sanction;
import dev.parley.register.PresentRules;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys all models together when any of them has changed, and nothing when none has,
 * and has the register rated by their rules. It is the one way in for models.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

	static final String NAME = "parley";

	private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

	private final ModelFiles files;

	private final ModelChecks checks;

	private final ReferenceCheck references;

	private final TableCheck tables;

	private final RepositoryService repository;

	private final Sanction sanction;

	private final PresentRules rules;

	private final StartUp startUp;

	ModelDeployer(ModelFiles files, ModelChecks checks, ReferenceCheck references, TableCheck tables,
			RepositoryService repository, Sanction sanction, PresentRules rules, StartUp startUp) {
		this.files = files;
		this.checks = checks;
		this.references = references;
		this.tables = tables;
		this.repository = repository;
		this.sanction = sanction;
		this.rules = rules;
		this.startUp = startUp;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, byte[]> models = this.files.read();
		this.checks.check(models);
		this.references.check(models);
		this.tables.check(models);
		this.startUp.run(() -> {
			deployIfChanged(models);
			this.rules.apply(latest().orElseThrow().getId());
		});
	}

	private void deployIfChanged(Map<String, byte[]> models) {
		if (isDeployed(models)) {
			LOG.info("Models: nothing changed, nothing deployed");
			return;
		}
		DeploymentBuilder builder = this.repository.createDeployment().name(NAME).source("parley.models.location");
		models.forEach((name, content) -> builder.addInputStream(name, new java.io.ByteArrayInputStream(content)));
		try {
			this.sanction
				.run(() -> LOG.info("Models: {} files deployed as {}", models.size(), builder.deploy().getId()));
		}
		catch (ParseException ex) {
			throw new ModelRefusal(explained(ex), ex);
		}
		catch (ProcessEngineException ex) {
			throw new ModelRefusal("The models cannot be deployed: " + ex.getMessage(), ex);
		}
	}

	private boolean isDeployed(Map<String, byte[]> models) {
		return latest().filter((deployment) -> holds(deployment, models)).isPresent();
	}

	private Optional<Deployment> latest() {
		return this.repository.createDeploymentQuery()
			.deploymentName(NAME)
			.orderByDeploymentTime()
			.desc()
			.listPage(0, 1)
			.stream()
			.findFirst();
	}

	private boolean holds(Deployment deployment, Map<String, byte[]> models) {
		Map<String, byte[]> deployed = this.repository.getDeploymentResources(deployment.getId())
			.stream()
			.collect(Collectors.toMap(Resource::getName, Resource::getBytes));
		return deployed.keySet().equals(models.keySet()) && models.entrySet()
			.stream()
			.allMatch((model) -> Arrays.equals(model.getValue(), deployed.get(model.getKey())));
	}

	private static String explained(ParseException ex) {
		String problems = ex.getResorceReports()
			.stream()
			.flatMap((report) -> report.getErrors()
				.stream()
				.map((problem) -> "%s, line %d: %s".formatted(report.getResourceName(), problem.getLine(),
						problem.getMessage())))
			.collect(Collectors.joining(" "));
		return "The models cannot be deployed. " + (problems.isEmpty() ? ex.getMessage() : problems);
	}

}

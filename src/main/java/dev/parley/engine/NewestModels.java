package dev.parley.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The models and rules of a case that begins now. */
@Component
public class NewestModels {

	private final ObjectProvider<RepositoryService> repository;

	private final SystemScope system;

	NewestModels(ObjectProvider<RepositoryService> repository, SystemScope system) {
		this.repository = repository;
		this.system = system;
	}

	/** Their deployment. */
	public String id() {
		return this.system.call(this::latest).getDeploymentId();
	}

	private ProcessDefinition latest() {
		return this.repository.getObject()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CaseProcess.KEY)
			.latestVersion()
			.singleResult();
	}

}

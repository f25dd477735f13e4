package dev.parley.engine;

import java.util.Map;

import dev.parley.submission.StateRefused;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises risks for the person who is signed in to the engine, by the same forms and
 * checks as in Tasklist.
 */
@Component
public class CaseRaising {

	private static final String IDENTIFY_ASSET = "UserTask_IdentifyAsset";

	private final RepositoryService repository;

	private final FormService forms;

	private final TaskService tasks;

	private final SystemScope system;

	CaseRaising(RepositoryService repository, FormService forms, TaskService tasks, SystemScope system) {
		this.repository = repository;
		this.forms = forms;
		this.tasks = tasks;
		this.system = system;
	}

	/**
	 * Submits the form RaiseRisk and, where there are answers to it, IdentifyAsset. What
	 * either refuses undoes both.
	 * @param raised the answers of RaiseRisk
	 * @param identified the answers of IdentifyAsset; none to leave it for later
	 * @return the case id
	 */
	@Transactional
	public String raise(Map<String, @Nullable Object> raised, Map<String, @Nullable Object> identified) {
		String caseId = this.forms.submitStartForm(latest().getId(), raised).getBusinessKey();
		if (!identified.isEmpty()) {
			this.forms.submitTaskForm(identification(caseId).getId(), identified);
		}
		return caseId;
	}

	private ProcessDefinition latest() {
		return this.system.call(() -> this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(CaseProcess.KEY)
			.latestVersion()
			.singleResult());
	}

	private Task identification(String caseId) {
		Task task = this.system.call(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey(IDENTIFY_ASSET)
			.singleResult());
		if (task == null) {
			throw new StateRefused("The process does not ask for the asset at once. Raise the risk without assetId.");
		}
		return task;
	}

}

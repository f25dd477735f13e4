package dev.parley.intake;

import dev.parley.identity.Office;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Offers an overdue identification to the CISO's office. Whoever raised the risk may
 * still do it.
 */
@Component("offerIdentification")
class OfferIdentificationDelegate implements JavaDelegate {

	private static final String TASK = "UserTask_IdentifyAsset";

	@Override
	public void execute(DelegateExecution execution) {
		TaskService tasks = execution.getProcessEngineServices().getTaskService();
		String raisedBy = (String) execution.getVariable(RiskIntakeProcess.RAISED_BY);
		tasks.createTaskQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.taskDefinitionKey(TASK)
			.list()
			.forEach((task) -> {
				tasks.addCandidateUser(task.getId(), raisedBy);
				tasks.addCandidateGroup(task.getId(), Office.CISO.group());
				tasks.setAssignee(task.getId(), null);
			});
	}

}

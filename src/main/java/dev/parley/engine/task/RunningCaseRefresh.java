package dev.parley.engine.task;

import java.util.function.Consumer;

import dev.parley.engine.CaseRefresh;
import dev.parley.engine.SystemScope;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Renews a running case in one command of the engine. */
@Component
class RunningCaseRefresh implements CaseRefresh {

	private final ObjectProvider<ProcessEngine> engine;

	private final SystemScope system;

	private final TaskFacts facts;

	RunningCaseRefresh(ObjectProvider<ProcessEngine> engine, SystemScope system, TaskFacts facts) {
		this.engine = engine;
		this.system = system;
		this.facts = facts;
	}

	@Override
	public void afterComparison(String caseId, String level, String band) {
		inOneCommand((context) -> {
			setRouting(context.getProcessEngineConfiguration().getRuntimeService(), caseId, level, band);
			renew(context, caseId);
		});
	}

	@Override
	public void renewTasks(String caseId) {
		inOneCommand((context) -> renew(context, caseId));
	}

	private void inOneCommand(Consumer<CommandContext> action) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine.getObject()
			.getProcessEngineConfiguration();
		this.system.call(() -> configuration.getCommandExecutorTxRequired().execute((context) -> {
			action.accept(context);
			return null;
		}));
	}

	private static void setRouting(RuntimeService runtime, String caseId, String level, String band) {
		runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().forEach((instance) -> {
			runtime.setVariable(instance.getId(), "level", level);
			runtime.setVariable(instance.getId(), "band", band);
		});
	}

	/** A task that is being completed at this moment shows nothing any more. */
	private void renew(CommandContext context, String caseId) {
		context.getProcessEngineConfiguration()
			.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(TaskEntity.class::cast)
			.filter((task) -> !task.isDeleted())
			.forEach((task) -> task.setVariablesLocal(this.facts.of(task)));
	}

}

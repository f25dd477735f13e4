package dev.parley.engine.task;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts submissions beneath every API, and the case so far into every task. */
@Component
@Order(20)
class TaskPlugin extends AbstractProcessEnginePlugin {

	private final Completion completion;

	private final CaseStart start;

	private final Handover handover;

	private final CaseTurn turn;

	private final TaskCreatedListener taskCreated;

	TaskPlugin(Completion completion, CaseStart start, Handover handover, CaseTurn turn,
			TaskCreatedListener taskCreated) {
		this.completion = completion;
		this.start = start;
		this.handover = handover;
		this.turn = turn;
		this.taskCreated = taskCreated;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<CommandInterceptor> interceptors = new ArrayList<>();
		if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
			interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
		}
		interceptors.add(new SubmissionInterceptor(this.completion, this.start, this.handover, this.turn));
		configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
		List<BpmnParseListener> listeners = new ArrayList<>();
		if (configuration.getCustomPostBPMNParseListeners() != null) {
			listeners.addAll(configuration.getCustomPostBPMNParseListeners());
		}
		listeners.add(new AddTaskCreated());
		configuration.setCustomPostBPMNParseListeners(listeners);
	}

	private final class AddTaskCreated extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
				.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskPlugin.this.taskCreated);
		}

	}

}

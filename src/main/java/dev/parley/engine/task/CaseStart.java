package dev.parley.engine.task;

import java.util.Map;

import dev.parley.engine.CaseProcess;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.StartForm;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts a case with what was raised. Its business key is the case id, whatever key the
 * caller supplies. Nobody starts another process by hand.
 */
@Component
class CaseStart {

	private static final String FORM = "RaiseRisk";

	private final Forms forms;

	private final People people;

	CaseStart(Forms forms, People people) {
		this.forms = forms;
		this.people = people;
	}

	/** The start that goes on in place of the submitted one. */
	SubmitStartFormCmd submit(SubmitStartFormCmd command) {
		String definitionId = CommandFields.processDefinitionId(command);
		ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedProcessDefinitionById(definitionId);
		Started started = start(definition, SubmittedValues.plain(CommandFields.variables(command)));
		return new SubmitStartFormCmd(definitionId, started.caseId(), started.variables());
	}

	/** The start that goes on in place of the given one, if it is a start by a person. */
	@SuppressWarnings("unchecked")
	<T> Command<T> replace(Command<T> command) {
		if (!(command instanceof StartProcessInstanceCmd start) || caller() == null) {
			return command;
		}
		ProcessInstantiationBuilderImpl builder = CommandFields.builder(start);
		CommandContext context = Context.getCommandContext();
		ProcessDefinitionEntity definition = context
			.runWithoutAuthorization(() -> new GetDeployedProcessDefinitionCmd(builder, false).execute(context));
		Started started = start(definition, SubmittedValues.plain(builder.getVariables()));
		ProcessInstantiationBuilderImpl replaced = (ProcessInstantiationBuilderImpl) ProcessInstantiationBuilderImpl
			.createProcessInstanceById(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(),
					definition.getId());
		replaced.businessKey(started.caseId()).setVariables(started.variables());
		return (Command<T>) new StartProcessInstanceCmd(replaced);
	}

	private Started start(ProcessDefinitionEntity definition, Map<String, @Nullable Object> values) {
		if (!CaseProcess.KEY.equals(definition.getKey())) {
			throw new DutyRefused("The process %s is started by Parley, not by hand.".formatted(definition.getKey()));
		}
		requireLatest(definition);
		StartForm<?> form = this.forms.ofStart(FORM).orElseThrow();
		return Context.getCommandContext().runWithoutAuthorization(() -> start(form, values, requireRaiser()));
	}

	/** Whoever starts a case does not choose older rules for it. */
	private static void requireLatest(ProcessDefinitionEntity definition) {
		ProcessDefinitionEntity latest = Context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedLatestProcessDefinitionByKey(CaseProcess.KEY);
		if (!latest.getId().equals(definition.getId())) {
			throw new SubmissionRefused("The process has changed since you opened this form. Open it again.");
		}
	}

	private <S> Started start(StartForm<S> form, Map<String, @Nullable Object> values, String user) {
		Submission submission = new Submission(values);
		S answers = form.read(submission);
		submission.close();
		return new Started(form.accept(answers, user), user);
	}

	private String requireRaiser() {
		String user = caller();
		if (user == null) {
			throw new DutyRefused("Nobody is signed in. A risk is raised by a person.");
		}
		boolean raiser = this.people.groupsOf(user)
			.stream()
			.anyMatch((group) -> Office.ofGroup(group).filter(Office::mayRaise).isPresent());
		if (!raiser) {
			throw new DutyRefused("Your office does not raise risks. Ask a requester to raise it.");
		}
		return user;
	}

	private static @Nullable String caller() {
		return Context.getCommandContext().getAuthenticatedUserId();
	}

	private record Started(String caseId, String raisedBy) {

		Map<String, Object> variables() {
			return Map.of("caseId", this.caseId, "raisedBy", this.raisedBy, "renewal", false);
		}

	}

}

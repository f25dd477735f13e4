package dev.parley.treatment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import dev.parley.engine.Deadlines;
import dev.parley.engine.ModelBean;
import dev.parley.register.FollowUpOwner;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlans;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Whom an action is given to, and how long it may be overdue. */
@Component("treatmentActions")
@ModelBean
public class TreatmentActions {

	private static final String FORM = "CompleteAction";

	private final TreatmentPlans plans;

	private final Deadlines deadlines;

	private final Clock clock;

	TreatmentActions(TreatmentPlans plans, Deadlines deadlines, Clock clock) {
		this.clock = clock;
		this.plans = plans;
		this.deadlines = deadlines;
	}

	/** The person who owns the action; none where an office does. */
	public List<String> usersOf(ExecutionEntity execution) {
		return owner(execution).users();
	}

	/** The office that owns the action; none where a person does. */
	public List<String> groupsOf(ExecutionEntity execution) {
		return owner(execution).groups();
	}

	/**
	 * Until when an action that is overdue is waited for. Where its day had passed before
	 * the decision came in force, the grace counts from now.
	 */
	public Date endOfGrace(ExecutionEntity execution) {
		LocalDate due = action(execution).dueOn();
		LocalDate today = LocalDate.now(this.clock);
		return this.deadlines.graceAfter(due.isBefore(today) ? today : due, execution, FORM);
	}

	private FollowUpOwner owner(VariableScope scope) {
		return new FollowUpOwner(action(scope).owner());
	}

	private Action action(VariableScope scope) {
		int number = TreatmentPlanProcess.action(scope);
		return this.plans.require(TreatmentPlanProcess.caseId(scope))
			.action(number)
			.orElseThrow(() -> new IllegalStateException("There is no action " + number));
	}

}

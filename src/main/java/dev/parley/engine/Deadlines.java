package dev.parley.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.parley.register.Level;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Deadlines by the decision tables ServiceLevels and CommitteeRules, in business days.
 */
@Component("deadlines")
@ModelBean
public class Deadlines {

	private static final List<String> TABLES = List.of("ServiceLevels", "CommitteeRules");

	private static final String LEVEL = "level";

	private static final int MOST_DAYS = 1000;

	private final DecisionTables tables;

	private final BusinessCalendar calendar;

	private final Clock clock;

	Deadlines(DecisionTables tables, BusinessCalendar calendar, Clock clock) {
		this.tables = tables;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * When a step that begins now is due.
	 * @param execution the execution of the step
	 * @param form form of the step's task, a column of one of the tables
	 */
	public Date of(ExecutionEntity execution, String form) {
		return Date.from(this.calendar.after(this.clock.instant(), days(execution, form)));
	}

	private int days(ExecutionEntity execution, String form) {
		Map<String, Object> inputs = Map.of(LEVEL, level(execution));
		int days = this.tables.wholeNumber(execution.getProcessDefinition().getDeploymentId(), TABLES, form, inputs);
		if (days < 1 || days > MOST_DAYS) {
			throw new IllegalStateException(
					"The tables give %s %d business days; it goes from 1 to %d".formatted(form, days, MOST_DAYS));
		}
		return days;
	}

	/**
	 * When the grace of what was due on a day is over.
	 * @param day the day on which it was due
	 * @param execution the execution of the step
	 * @param form form of the step's task, whose column gives the grace
	 */
	public Date graceAfter(LocalDate day, ExecutionEntity execution, String form) {
		return Date.from(this.calendar.after(this.calendar.closeOf(day), days(execution, form)));
	}

	/** Close of business on a day. */
	public Instant closeOf(LocalDate day) {
		return this.calendar.closeOf(day);
	}

	private static Object level(VariableScope scope) {
		Object level = scope.getVariable(LEVEL);
		return (level != null) ? level : Level.UNRATED;
	}

}

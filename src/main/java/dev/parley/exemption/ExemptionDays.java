package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

import dev.parley.engine.ModelBean;
import dev.parley.register.Exemption.Days;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days of an exemption as moments for timers: a day begins and ends in the
 * organisation's time zone.
 */
@Component("exemptionDays")
@ModelBean
public class ExemptionDays {

	private final Exemptions exemptions;

	private final Clock clock;

	ExemptionDays(Exemptions exemptions, Clock clock) {
		this.exemptions = exemptions;
		this.clock = clock;
	}

	/** When the controls are attested next. */
	public Date attestation(ExecutionEntity execution) {
		return beginOf(days(execution).attestOn());
	}

	/** When the next review begins. */
	public Date review(ExecutionEntity execution) {
		return beginOf(days(execution).reviewOn());
	}

	/** When the last day is over. */
	public Date end(ExecutionEntity execution) {
		return beginOf(days(execution).endsOn().plusDays(1));
	}

	/** Whether another review follows. */
	public boolean isReviewAhead(ExecutionEntity execution) {
		return days(execution).reviewOn() != null;
	}

	/**
	 * The day whose beginning an expression of a timer names; empty where it names none.
	 * @param expression the expression in the model
	 * @param days the days of the exemption
	 */
	static Optional<LocalDate> named(String expression, Days days) {
		if (expression.contains("exemptionDays.end(")) {
			return Optional.of(days.endsOn().plusDays(1));
		}
		if (expression.contains("exemptionDays.attestation(")) {
			return Optional.ofNullable(days.attestOn());
		}
		return expression.contains("exemptionDays.review(") ? Optional.ofNullable(days.reviewOn()) : Optional.empty();
	}

	private Days days(ExecutionEntity execution) {
		return this.exemptions.requireGranted(ExemptionProcess.caseId(execution)).days();
	}

	private Date beginOf(@Nullable LocalDate day) {
		return beginOf(Objects.requireNonNull(day, "The day is not set"), this.clock.getZone());
	}

	/**
	 * When a day begins. Where the clock is put forward over midnight it begins later,
	 * where it is put back over midnight, when midnight comes first.
	 */
	static Date beginOf(LocalDate day, ZoneId zone) {
		return Date.from(day.atStartOfDay(zone).toInstant());
	}

}

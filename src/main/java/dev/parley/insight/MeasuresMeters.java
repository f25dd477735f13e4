package dev.parley.insight;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import dev.parley.identity.Office;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures as meters. They are figures of the database that all nodes share: each node
 * shows the same, so that nodes are compared by their maximum and never added up.
 */
@Component
class MeasuresMeters implements MeterBinder {

	private static final double SECONDS_PER_HOUR = 3600;

	private final LatestMeasures latest;

	MeasuresMeters(LatestMeasures latest) {
		this.latest = latest;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		bindCases(registry);
		bindDecisions(registry);
		bindReferrals(registry);
		bindStocks(registry);
		TimeGauge.builder("parley.measures.age", this.latest, TimeUnit.SECONDS, LatestMeasures::age)
			.description("Time since the figures were read from the database")
			.register(registry);
	}

	private void bindCases(MeterRegistry registry) {
		counter(registry, "parley.cases.raised", "Cases raised", Measures::casesRaised);
		counter(registry, "parley.challenge.questions", "Questions that the CISO asked", Measures::challengeQuestions);
	}

	private void bindDecisions(MeterRegistry registry) {
		for (Treatment treatment : Treatment.values()) {
			for (DecisionOutcome outcome : DecisionOutcome.values()) {
				counter(registry, "parley.decisions", "Decisions by treatment and by what became of them",
						(measures) -> measures.count(treatment, outcome), "treatment", treatment.name(), "outcome",
						outcome.name());
			}
		}
		FunctionTimer
			.builder("parley.decision.time", this.latest, (latest) -> latest.get().decisionTime().count(),
					(latest) -> latest.get().decisionTime().totalHours() * SECONDS_PER_HOUR, TimeUnit.SECONDS)
			.description("Time from the raising of a case until its decision is in force")
			.register(registry);
		duration(registry, "parley.decision.time.median", "Half of the decisions took no longer",
				(measures) -> seconds(measures.decisionTime().medianHours()));
		duration(registry, "parley.decision.time.p90", "Nine in ten decisions took no longer",
				(measures) -> seconds(measures.decisionTime().p90Hours()));
	}

	private void bindReferrals(MeterRegistry registry) {
		for (Authority to : Authority.values()) {
			counter(registry, "parley.conflicts.escalated", "Cases handed up because an objection stands",
					(measures) -> measures.count(Reason.CONFLICT, to), "to", to.name());
			for (Reason reason : Reason.values()) {
				counter(registry, "parley.referrals", "Cases handed up", (measures) -> measures.count(reason, to), "to",
						to.name(), "reason", reason.name());
			}
		}
	}

	private void bindStocks(MeterRegistry registry) {
		for (UnacceptableState state : UnacceptableState.values()) {
			gauge(registry, "parley.risks.unacceptable", "Open risks above tolerance",
					(measures) -> measures.unacceptableRisks().getOrDefault(state, 0L), "state", state.name());
		}
		for (Office office : Office.values()) {
			overdue(registry, office.group());
		}
		overdue(registry, Measures.NO_OFFICE);
		gauge(registry, "parley.decisions.waiting", "Decisions that wait for an opinion or a confirmation",
				Measures::decisionsWaiting);
		gauge(registry, "parley.engine.incidents", "Causes for which cases do not get on", Measures::incidents);
		gauge(registry, "parley.engine.jobs.failed", "Steps that failed and are not tried again", Measures::failedJobs);
	}

	private void overdue(MeterRegistry registry, String group) {
		gauge(registry, "parley.tasks.overdue", "Open tasks past their due date",
				(measures) -> measures.tasksOverdue().getOrDefault(group, 0L), "group", group);
	}

	private void counter(MeterRegistry registry, String name, String description, ToDoubleFunction<Measures> figure,
			String... tags) {
		FunctionCounter.builder(name, this.latest, (latest) -> figure.applyAsDouble(latest.get()))
			.description(description)
			.tags(tags)
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Measures> figure,
			String... tags) {
		Gauge.builder(name, this.latest, (latest) -> figure.applyAsDouble(latest.get()))
			.description(description)
			.tags(tags)
			.register(registry);
	}

	private void duration(MeterRegistry registry, String name, String description, ToDoubleFunction<Measures> seconds) {
		TimeGauge.builder(name, this.latest, TimeUnit.SECONDS, (latest) -> seconds.applyAsDouble(latest.get()))
			.description(description)
			.register(registry);
	}

	private static double seconds(@Nullable Double hours) {
		return (hours != null) ? hours * SECONDS_PER_HOUR : Double.NaN;
	}

}

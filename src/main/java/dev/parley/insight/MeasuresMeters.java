package dev.parley.insight;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import dev.parley.identity.Office;
import dev.parley.insight.Arbitration.RecusedBy;
import dev.parley.insight.Measures.Elapsed;
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
		bindArbitration(registry);
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
		elapsed(registry, "parley.decision.time", "Time from the raising of a case until its decision is in force",
				"decisions", Measures::decisionTime);
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

	private void bindArbitration(MeterRegistry registry) {
		for (Reason reason : Reason.values()) {
			for (ReferralOutcome outcome : ReferralOutcome.values()) {
				counter(registry, "parley.referrals.outcomes", "Cases handed up by what became of them",
						(measures) -> measures.arbitration().count(reason, outcome), "reason", reason.name(), "outcome",
						outcome.name());
			}
		}
		for (PassedOn cause : PassedOn.values()) {
			counter(registry, "parley.referrals.passed.on",
					"Cases that came from the committee to the chief risk officer",
					(measures) -> measures.arbitration().count(cause), "cause", cause.name());
		}
		for (RecusedBy by : RecusedBy.values()) {
			counter(registry, "parley.recusals", "Members who did not vote for a conflict of interest",
					(measures) -> measures.arbitration().count(by), "by", by.name());
		}
		counter(registry, "parley.appeals", "Appeals against a ruling of the committee",
				(measures) -> measures.arbitration().appeals());
		counter(registry, "parley.quorum.failures", "Calls to vote that missed the quorum",
				(measures) -> measures.arbitration().quorumFailures());
		counter(registry, "parley.convening.refusals", "Times that the committee could not be convened",
				(measures) -> measures.arbitration().conveningRefusals());
		elapsed(registry, "parley.ruling.time", "Time from a referral until the ruling on it is in force", "rulings",
				(measures) -> measures.arbitration().rulingTime());
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
		for (Reason reason : Reason.values()) {
			gauge(registry, "parley.referrals.waiting", "Cases handed up that wait for a ruling in force",
					(measures) -> measures.referralsWaiting().getOrDefault(reason, 0L), "reason", reason.name());
		}
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

	private void elapsed(MeterRegistry registry, String name, String description, String what,
			Function<Measures, Elapsed> time) {
		FunctionTimer
			.builder(name, this.latest, (latest) -> time.apply(latest.get()).count(),
					(latest) -> time.apply(latest.get()).totalHours() * SECONDS_PER_HOUR, TimeUnit.SECONDS)
			.description(description)
			.register(registry);
		duration(registry, name + ".median", "Half of the %s took no longer".formatted(what),
				(measures) -> seconds(time.apply(measures).medianHours()));
		duration(registry, name + ".p90", "Nine in ten %s took no longer".formatted(what),
				(measures) -> seconds(time.apply(measures).p90Hours()));
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

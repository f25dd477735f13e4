package dev.parley.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.identity.Office;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Puts the figures in words for the page. */
@Component
class MeasuresPage {

	private static final String NOTHING = "–";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private static final int MINUTES_PER_HOUR = 60;

	private static final int HOURS_PER_DAY = 24;

	private final DateTimeFormatter moment;

	MeasuresPage(Clock clock) {
		this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	View of(Measures measures) {
		long conflicts = Measures.sum(measures.conflictsEscalated());
		long unacceptable = Measures.sum(measures.unacceptableRisks());
		return new View(iso(measures.period().from()), iso(measures.period().to()), words(measures.period()),
				this.moment.format(measures.readAt()), measures.casesRaised() + unacceptable == 0, measures.warnings(),
				conflicts, measures.decisionsInForce(), percent(measures.conflictsPerDecision()),
				Arrays.stream(Authority.values())
					.map((to) -> Bar.of(label(to), measures.count(Reason.CONFLICT, to), conflicts))
					.toList(),
				unacceptable,
				Arrays.stream(UnacceptableState.values())
					.map((state) -> Bar.of(state.label(), measures.unacceptableRisks().getOrDefault(state, 0L),
							unacceptable))
					.toList(),
				decisions(measures), referrals(measures), ArbitrationView.of(measures), pace(measures), now(measures),
				overdue(measures));
	}

	private static Table decisions(Measures measures) {
		return new Table(Arrays.stream(DecisionOutcome.values()).map(DecisionOutcome::label).toList(),
				Arrays.stream(Treatment.values())
					.map((treatment) -> new Row(treatment.label(),
							Arrays.stream(DecisionOutcome.values())
								.map((outcome) -> measures.count(treatment, outcome))
								.toList()))
					.toList());
	}

	private static Table referrals(Measures measures) {
		return new Table(Arrays.stream(Authority.values()).map(MeasuresPage::label).toList(),
				Arrays.stream(Reason.values())
					.map((reason) -> new Row(reason.label(),
							Arrays.stream(Authority.values()).map((to) -> measures.count(reason, to)).toList()))
					.toList());
	}

	private static List<Fact> pace(Measures measures) {
		return List.of(new Fact("Cases raised", String.valueOf(measures.casesRaised()), "In the period."), new Fact(
				"Time to decision", duration(measures.decisionTime().medianHours()),
				"Half took no longer, from raising the case until its decision was in force. Nine in ten: %s. On average: %s."
					.formatted(duration(measures.decisionTime().p90Hours()),
							duration(measures.decisionTime().meanHours()))),
				new Fact("Settled bilaterally", percent(measures.shareSettledBilaterally()),
						"In force without being handed up, of all that was put in force so or handed up."),
				new Fact("Questions asked", String.valueOf(measures.challengeQuestions()),
						"By the CISO, in challenges."),
				new Fact("Challenge rate", percent(measures.challengeRate()),
						"Decisions outside the fast lane before which at least one question was asked."),
				new Fact("Dissent rate", percent(measures.dissentRate()),
						"Decisions put in force although the CISO's objection stands."));
	}

	private static List<Fact> now(Measures measures) {
		return List.of(
				new Fact("Decisions that wait", String.valueOf(measures.decisionsWaiting()),
						"For the CISO's opinion or for a confirmation."),
				new Fact("Incidents", String.valueOf(measures.incidents()), "Causes for which cases do not get on."),
				new Fact("Failed steps", String.valueOf(measures.failedJobs()),
						"Of the engine, and not tried again by itself."));
	}

	private static List<Bar> overdue(Measures measures) {
		Map<String, Long> counts = measures.tasksOverdue();
		return counts.entrySet()
			.stream()
			.filter((count) -> count.getValue() > 0)
			.map((count) -> Bar.of(
					Office.ofGroup(count.getKey()).map(Office::label).orElse("Single persons and other groups"),
					count.getValue(), Measures.sum(counts)))
			.toList();
	}

	private static String words(Period period) {
		if (period.from() == null) {
			return (period.to() == null) ? "All time" : "Until " + DAY.format(period.to());
		}
		return (period.to() == null) ? "Since " + DAY.format(period.from())
				: DAY.format(period.from()) + " to " + DAY.format(period.to());
	}

	private static String label(Authority to) {
		return StringUtils.capitalize(to.label());
	}

	private static String iso(@Nullable LocalDate date) {
		return (date != null) ? date.toString() : "";
	}

	private static String percent(@Nullable Double share) {
		return (share != null) ? String.format(Locale.ROOT, "%.0f %%", share * 100) : NOTHING;
	}

	static String duration(@Nullable Double hours) {
		if (hours == null) {
			return NOTHING;
		}
		if (hours < 2) {
			return String.format(Locale.ROOT, "%.0f minutes", hours * MINUTES_PER_HOUR);
		}
		return (hours < 2 * HOURS_PER_DAY) ? String.format(Locale.ROOT, "%.1f hours", hours)
				: String.format(Locale.ROOT, "%.1f days", hours / HOURS_PER_DAY);
	}

	/**
	 * What the page shows.
	 *
	 * @param from first day, as in the form
	 * @param to last day, as in the form
	 * @param period the period in words
	 * @param readAt when the figures were read
	 * @param empty whether there is nothing to measure
	 * @param warnings what the figures should make people ask
	 * @param conflicts conflicts escalated
	 * @param inForce decisions put in force
	 * @param conflictRate the one over the other
	 * @param conflictsTo conflicts by who is to rule
	 * @param unacceptable open risks above tolerance
	 * @param unacceptableBy the same by state
	 * @param decisions decisions by treatment and outcome
	 * @param referrals referrals by reason and authority
	 * @param arbitration what became of referrals
	 * @param pace further figures of the period
	 * @param now further figures as of now
	 * @param overdue overdue tasks of those who have any
	 */
	record View(String from, String to, String period, String readAt, boolean empty, List<String> warnings,
			long conflicts, long inForce, String conflictRate, List<Bar> conflictsTo, long unacceptable,
			List<Bar> unacceptableBy, Table decisions, Table referrals, ArbitrationView arbitration, List<Fact> pace,
			List<Fact> now, List<Bar> overdue) {
	}

	/**
	 * A number with a bar.
	 *
	 * @param label what is counted
	 * @param count the number
	 * @param percent length of the bar
	 */
	record Bar(String label, long count, long percent) {

		static Bar of(String label, long count, long whole) {
			return new Bar(label, count, (whole > 0) ? Math.round(100.0 * count / whole) : 0);
		}

	}

	/**
	 * Numbers in rows and columns.
	 *
	 * @param columns heads of the columns
	 * @param rows the rows
	 */
	record Table(List<String> columns, List<Row> rows) {
	}

	/**
	 * A row of numbers.
	 *
	 * @param label its head
	 * @param counts the numbers
	 */
	record Row(String label, List<Long> counts) {
	}

	/**
	 * A figure with its meaning.
	 *
	 * @param label its name
	 * @param value the figure in words
	 * @param meaning what it counts
	 */
	record Fact(String label, String value, String meaning) {
	}

}

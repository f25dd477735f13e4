package dev.parley.exemption;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** On its last day an exemption is in force; when that day is over, it has expired. */
@ParleyTest
class ExpiryTest {

	@Autowired
	Stage stage;

	@Autowired
	ExemptionTimers timers;

	@Autowired
	ManagementService management;

	@Autowired
	Clock clock;

	private ExemptionLife life;

	@BeforeEach
	void begin(@Autowired BeanFactory beans) {
		this.life = new ExemptionLife(beans);
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void comesASecondAfterMidnightOfTheOrganisation() {
		LocalDate last = this.life.in(30);
		String caseId = this.life.confirmed(last);
		ProcessInstance watch = this.stage.instance(caseId, "Exemption");
		Job end = this.life.job(caseId, ExemptionLife.END);
		assertThat(end.getDuedate().toInstant()).isEqualTo(this.life.beginOf(last.plusDays(1)));

		this.life.comeTo(last, LocalTime.of(23, 59));
		assertThat(end.getDuedate()).isAfter(ClockUtil.getCurrentTime());
		assertThatThrownBy(() -> this.management.executeJob(end.getId()))
			.hasMessageContaining("The last day of exemption %s, %s, is not over", this.life.exemptionId(caseId), last);
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(watch).isNotEnded();
		this.life.comeTo(caseId, ExemptionLife.END);

		assertThat(this.life.today()).isEqualTo(last.plusDays(1));
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED EXEMPTION_ENDED");
		assertThat(this.life.changes(caseId)).endsWith("EXPIRED system");
		assertThat(watch).isEnded().hasPassed("EndEvent_ExemptionExpired");
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
		assertThat(this.life.openedBecause(this.life.newestCase(caseId)))
			.isEqualTo("Exemption %s has expired: its last day was %s.".formatted(this.life.exemptionId(caseId), last));
	}

	@Test
	void countsAsExpiredAtMidnightBeforeTheTimerFires() {
		LocalDate last = this.life.in(30);
		String caseId = this.life.confirmed(last);

		this.life.comeTo(last.plusDays(1), LocalTime.MIDNIGHT);

		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_EXPIRED");
	}

	@Test
	void comesOnItsDayMoreThanAYearAway() {
		LocalDate last = this.life.in(548);
		String caseId = this.life.granted(last);

		assertThat(this.life.due(caseId, ExemptionLife.END)).isEqualTo(this.life.beginOf(last.plusDays(1)));
		this.life.comeTo(caseId, ExemptionLife.END);

		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED null");
	}

	@Test
	void comesAtOnceWhenItIsConfirmedAfterItsLastDay() {
		String caseId = this.stage.upToDecision(4, 4);
		LocalDate last = this.life.in(1);
		this.life.decide(caseId, this.life.exempt(last, last));
		this.life.comeTo(last.plusDays(1), LocalTime.NOON);

		this.life.rule(caseId, "UPHOLD_DECISION");

		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_EXPIRED");
		assertThat(this.life.due(caseId, ExemptionLife.END)).isBefore(this.clock.instant());
		this.stage.fireTimer(caseId, ExemptionLife.END);
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2027-03-28, 2027-03-27T23:00:00Z", "Europe/Berlin, 2027-03-29, 2027-03-28T22:00:00Z",
			"Europe/Berlin, 2027-10-31, 2027-10-30T22:00:00Z", "Europe/Berlin, 2027-11-01, 2027-10-31T23:00:00Z",
			"Asia/Beirut, 2024-03-31, 2024-03-30T22:00:00Z", "America/Havana, 2024-11-03, 2024-11-03T04:00:00Z" })
	void goesByTheBeginningOfTheDayWhereverTheClockIsPut(String zone, LocalDate day, Instant begin) {
		assertThat(ExemptionDays.beginOf(day, ZoneId.of(zone))).isEqualTo(begin);
	}

	@Test
	void putsTimersRightWhenParleyStartsAndLeavesDeadlinesAlone() {
		LocalDate last = this.life.in(300);
		String caseId = this.life.granted(last);
		this.stage.fireTimer(caseId, ExemptionLife.ATTESTATION);
		Instant deadline = this.life.due(caseId, "BoundaryEvent_AttestationOverdue");
		Instant review = this.life.due(caseId, ExemptionLife.REVIEW);
		shift(caseId, ExemptionLife.END);
		shift(caseId, ExemptionLife.REVIEW);
		shift(caseId, "BoundaryEvent_AttestationOverdue");

		this.timers.afterSingletonsInstantiated();

		assertThat(this.life.due(caseId, ExemptionLife.END)).isEqualTo(this.life.beginOf(last.plusDays(1)));
		assertThat(this.life.due(caseId, ExemptionLife.REVIEW)).isEqualTo(review);
		assertThat(this.life.due(caseId, "BoundaryEvent_AttestationOverdue")).isEqualTo(deadline.plusSeconds(3600));
		this.life.comeTo(caseId, ExemptionLife.END);
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED null");
	}

	private void shift(String caseId, String timer) {
		Job job = this.life.job(caseId, timer);
		this.management.setJobDuedate(job.getId(), Date.from(job.getDuedate().toInstant().plusSeconds(3600)));
	}

}

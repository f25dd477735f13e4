package dev.parley.exemption;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.ParleyApplication;
import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The organisation's time zone changes between two starts of Parley: exemptions end when
 * their last day is over there.
 */
@Tag("own-engine")
class OtherZoneTest {

	private static final String REVIEW = ExemptionLife.REVIEW;

	private static final String END = ExemptionLife.END;

	private static final String OVERDUE = "BoundaryEvent_AttestationOverdue";

	@TempDir
	private Path directory;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void endsExemptionsByTheDaysOfTheNewZone() {
		Map<String, Instant> before;
		LocalDate last = LocalDate.of(2028, 3, 26);
		ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-04T10:00:00Z")));
		try (ConfigurableApplicationContext parley = start("Europe/Berlin", Stage.class)) {
			Stage stage = parley.getBean(Stage.class);
			String caseId = exempted(stage, last);
			stage.fireTimer(caseId, ExemptionLife.ATTESTATION);
			before = timers(parley);
		}
		assertThat(before).containsEntry(END, Instant.parse("2028-03-26T22:00:00Z")).containsKeys(REVIEW, OVERDUE);

		try (ConfigurableApplicationContext parley = start("America/New_York")) {
			Map<String, Instant> after = timers(parley);

			assertThat(after).containsEntry(END, Instant.parse("2028-03-27T04:00:00Z"))
				.containsEntry(OVERDUE, before.get(OVERDUE));
			assertThat(LocalDate.ofInstant(after.get(REVIEW), ZoneId.of("America/New_York")).atStartOfDay())
				.isEqualTo(LocalDate.ofInstant(before.get(REVIEW), ZoneId.of("Europe/Berlin")).atStartOfDay());
			assertThat(after.get(REVIEW)).isAfter(before.get(REVIEW));
			assertExpiresAt(parley, after.get(END));
		}
	}

	private static void assertExpiresAt(ConfigurableApplicationContext parley, Instant end) {
		JdbcClient jdbc = parley.getBean(JdbcClient.class);
		ManagementService management = parley.getBean(ManagementService.class);
		Job job = management.createJobQuery().activityId(END).singleResult();

		ClockUtil.setCurrentTime(Date.from(end.plusSeconds(1)));
		management.executeJob(job.getId());

		assertThat(jdbc.sql("select state from exemption").query(String.class).list()).isEqualTo(List.of("EXPIRED"));
	}

	private static String exempted(Stage stage, LocalDate last) {
		String caseId = stage.upToDecision(3, 3);
		Map<String, Object> decision = Stage.exempt(last.toString());
		decision.put("reviewOn", "2027-06-30");
		stage.complete("cio", caseId, "DecideRisk", decision);
		stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private static Map<String, Instant> timers(ConfigurableApplicationContext parley) {
		String watch = parley.getBean(RuntimeService.class)
			.createProcessInstanceQuery()
			.processDefinitionKey("Exemption")
			.singleResult()
			.getId();
		return parley.getBean(ManagementService.class)
			.createJobQuery()
			.processInstanceId(watch)
			.list()
			.stream()
			.collect(Collectors.toMap((job) -> parley.getBean(ManagementService.class)
				.createJobDefinitionQuery()
				.jobDefinitionId(job.getJobDefinitionId())
				.singleResult()
				.getActivityId(), (job) -> job.getDuedate().toInstant()));
	}

	private ConfigurableApplicationContext start(String zone, Class<?>... more) {
		return new SpringApplicationBuilder(ParleyApplication.class).sources(more)
			.profiles("demo")
			.run("--parley.calendar.time-zone=" + zone, "--parley.demo.directory=" + this.directory, "--server.port=0",
					"--parley.demo.cases=false", "--camunda.bpm.job-execution.enabled=false",
					"--parley.reminders.every=P1D", "--parley.changes.every=P1D", "--parley.operations.heartbeat=P1D",
					"--parley.metrics.refresh=P1D", "--logging.level.root=warn");
	}

}

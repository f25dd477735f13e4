package dev.parley.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.notice.Inbox;
import dev.parley.notice.Notice;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class RemindersTest {

	@Autowired
	Reminders reminders;

	@Autowired
	Inbox inbox;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	List<ScheduledTaskHolder> schedules;

	String caseId = "";

	Task task;

	@BeforeEach
	void askForPositions() {
		this.caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.task = this.stage.task(this.caseId, "StateItPosition");
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void remindsTheOfficeFromStartOfBusinessOfTheDayOn() {
		remindAt("08:59:59");
		assertThat(told()).isEmpty();

		remindAt("09:00");
		assertThat(told()).containsExactlyInAnyOrder(
				"cio: State IT position is due today at 18:00: %s, Unpatched remote access.".formatted(this.caseId),
				"ciso: State security position is due today at 18:00: %s, Unpatched remote access."
					.formatted(this.caseId));
	}

	@Test
	void remindsLaterThatDayWhenNobodyLookedInTheMorning() {
		remindAt("17:59:59");

		assertThat(recipients()).containsExactly("cio");
	}

	@Test
	void remindsWhoeverHasClaimedTheTaskAndNobodyElse() {
		claim("cio-deputy");

		remindAt("09:00");

		assertThat(recipients()).containsExactly("cio-deputy");
	}

	@Test
	void keepsThePersonApartFromAnOfficeOfTheSameName() {
		claim("cio");

		remindAt("09:00");

		assertThat(this.inbox.unread("cio", Set.of("cio"), 1)).singleElement()
			.extracting(Notice::caseId)
			.isEqualTo(this.caseId);
		assertThat(this.inbox.unread("cio-deputy", Set.of("cio"), 1000)).extracting(Notice::caseId)
			.doesNotContain(this.caseId);
	}

	@Test
	void remindsEveryOfficeThatTheTaskIsOfferedTo() {
		this.tasks.addCandidateGroup(this.task.getId(), "risk-owner");

		remindAt("09:00");

		assertThat(recipients()).containsExactlyInAnyOrder("cio", "risk-owner");
	}

	@Test
	void remindsAPersonWhomTheTaskIsOfferedTo() {
		this.tasks.deleteCandidateGroup(this.task.getId(), "cio");
		this.tasks.addCandidateUser(this.task.getId(), "cio-deputy");

		remindAt("09:00");

		assertThat(recipients()).containsExactly("cio-deputy");
	}

	@Test
	void remindsOnce() {
		remindAt("09:00");
		remindAt("09:01");
		claim("cio-deputy");
		remindAt("17:59");

		assertThat(recipients()).containsExactly("cio");
	}

	@Test
	void remindsOnceWhenNodesLookAtTheSameMoment() throws Exception {
		this.stage.raiseOn(Stage.SHARED_ASSET);
		setClock("09:00");
		CyclicBarrier together = new CyclicBarrier(4);
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			for (Future<?> look : nodes.invokeAll(Collections.nCopies(4, Executors.callable(() -> look(together))))) {
				look.get();
			}
		}
		finally {
			nodes.shutdown();
		}

		assertThat(recipients()).containsExactly("cio");
	}

	@Test
	void doesNotRemindTheDayBefore() {
		setClock(dueDay().minusDays(1), "23:59");
		this.reminders.remind();

		assertThat(told()).isEmpty();
	}

	@Test
	void takesTheDayOfTheOrganisationNotOfGreenwich() {
		LocalDate day = dueDay();
		setClock("09:00");

		dueAt(day.plusDays(1), LocalTime.of(0, 30));
		this.reminders.remind();
		assertThat(recipients()).isEmpty();

		dueAt(day, LocalTime.of(23, 30));
		this.reminders.remind();
		assertThat(recipients()).containsExactly("cio");
	}

	@Test
	void doesNotRemindOfWhatIsOverdue() {
		remindAt("18:00");
		setClock(dueDay().plusDays(1), "09:00");
		this.reminders.remind();

		assertThat(told()).isEmpty();
	}

	@Test
	void doesNotRemindOfWhatIsDone() {
		this.stage.complete("cio", this.caseId, "StateItPosition", Stage.itPosition(1, 1));

		remindAt("09:00");

		assertThat(told()).singleElement().asString().startsWith("ciso: State security position");
	}

	@Test
	void looksAgainAndAgain() {
		assertThat(this.schedules.stream().flatMap((schedule) -> schedule.getScheduledTasks().stream()))
			.extracting((scheduled) -> scheduled.getTask())
			.filteredOn((task) -> task.toString().contains(ReminderSchedule.class.getName()))
			.singleElement()
			.isInstanceOfSatisfying(FixedDelayTask.class,
					(task) -> assertThat(List.of(task.getIntervalDuration(), task.getInitialDelayDuration()))
						.containsOnly(Duration.ofDays(1)));
	}

	private void look(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		this.reminders.remind();
	}

	private void remindAt(String time) {
		setClock(time);
		this.reminders.remind();
	}

	private void setClock(String time) {
		setClock(dueDay(), time);
	}

	private void setClock(LocalDate day, String time) {
		Instant instant = day.atTime(LocalTime.parse(time)).atZone(this.clock.getZone()).toInstant();
		ClockUtil.setCurrentTime(Date.from(instant));
	}

	private LocalDate dueDay() {
		return LocalDate.ofInstant(this.task.getDueDate().toInstant(), this.clock.getZone());
	}

	private void dueAt(LocalDate day, LocalTime time) {
		Task changed = this.stage.task(this.caseId, "StateItPosition");
		changed.setDueDate(Date.from(day.atTime(time).atZone(this.clock.getZone()).toInstant()));
		this.tasks.saveTask(changed);
	}

	private void claim(String user) {
		this.stage.as(user, () -> {
			this.tasks.claim(this.task.getId(), user);
			return null;
		});
	}

	private List<String> told() {
		return this.jdbc.sql("select recipient || ': ' || text from notice where case_id = ? and kind = 'REMINDER'")
			.param(this.caseId)
			.query(String.class)
			.list();
	}

	private List<String> recipients() {
		return this.jdbc.sql("select recipient from notice where task_id = ? and kind = 'REMINDER'")
			.param(this.task.getId())
			.query(String.class)
			.list();
	}

}

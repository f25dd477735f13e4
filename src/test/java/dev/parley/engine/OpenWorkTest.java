package dev.parley.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.OpenWork.OpenTask;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@ParleyTest
class OpenWorkTest {

	@Autowired
	OpenWork work;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Test
	void tellsTheTasksOfAProcessAndWhoseTheyAre() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		Task it = this.stage.task(caseId, "StateItPosition");

		assertThat(tasksOf(caseId, "cio", Set.of("cio"))).extracting(OpenTask::form, OpenTask::mine)
			.containsExactlyInAnyOrder(tuple("StateItPosition", true), tuple("StateSecurityPosition", false));
		this.stage.as("cio-deputy", () -> {
			this.tasks.claim(it.getId(), "cio-deputy");
			return null;
		});
		assertThat(tasksOf(caseId, "cio", Set.of("cio"))).noneMatch(OpenTask::mine);
		assertThat(tasksOf(caseId, "cio-deputy", Set.of())).filteredOn(OpenTask::mine)
			.extracting(OpenTask::taskId, OpenTask::name, OpenTask::due)
			.containsExactly(tuple(it.getId(), it.getName(), it.getDueDate().toInstant()));
	}

	@Test
	void tellsWhenTheNextTimerFires() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(this.work.timers("RiskIntake")).containsEntry(caseId,
				this.stage.task(caseId, "StateItPosition").getDueDate().toInstant());
		assertThat(this.work.timers("Nothing")).isEmpty();
	}

	@Test
	void tellsWhichOfSomeCasesWaitForAMessage() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		String other = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());

		assertThat(this.work.awaiting("Msg_ExemptionOutdated", List.of(caseId, "RC-0"))).containsExactly(caseId);
		assertThat(this.work.awaiting("Msg_Nothing", List.of(caseId, other))).isEmpty();
		assertThat(this.work.awaiting("Msg_ExemptionOutdated", List.of())).isEmpty();
	}

	private List<OpenTask> tasksOf(String caseId, String user, Set<String> groups) {
		return this.work.tasks("RiskIntake", user, groups).getOrDefault(caseId, List.of());
	}

}

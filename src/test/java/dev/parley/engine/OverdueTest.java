package dev.parley.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A task is overdue from its due date on, wherever people look. */
@ParleyTest
class OverdueTest {

	private static final Set<String> CIO = Set.of("cio");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Worklist worklist;

	@Autowired
	FilterService filters;

	Task task;

	@BeforeEach
	void askForPositions() {
		this.task = this.stage.task(this.stage.raiseOn(Stage.SHARED_ASSET), "StateItPosition");
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void isCountedOnTheStartPage() {
		beforeItIsDue();
		long overdue = this.worklist.countOverdue("cio", CIO);

		whenItWasDue();
		assertThat(this.worklist.countOverdue("cio", CIO)).isGreaterThan(overdue);
		assertThat(this.worklist.countOverdue("process-owner", Set.of("process-owner"))).isZero();
		assertThat(Caller.browserOf("cio", this.port).get("/").body()).containsSubsequence("count count-late",
				"badge overdue");
	}

	@Test
	void isInTheFilterOfItsOffice() {
		beforeItIsDue();
		assertThat(overdue("cio-deputy")).doesNotContain(this.task.getId());

		whenItWasDue();
		assertThat(overdue("cio-deputy")).contains(this.task.getId());
		assertThat(overdue("ciso")).doesNotContain(this.task.getId());
	}

	@Test
	void isInTheFilterOfWhoeverHasClaimedIt() {
		Caller.of("cio", this.port).post("/engine-rest/task/" + this.task.getId() + "/claim", Map.of("userId", "cio"));

		whenItWasDue();

		assertThat(overdue("cio")).contains(this.task.getId());
		assertThat(overdue("cio-deputy")).doesNotContain(this.task.getId());
	}

	private void beforeItIsDue() {
		ClockUtil.setCurrentTime(this.task.getDueDate());
	}

	private void whenItWasDue() {
		ClockUtil.setCurrentTime(new Date(this.task.getDueDate().getTime() + 1));
	}

	/** Ids of the tasks that Tasklist's filter shows a user. */
	private List<String> overdue(String user) {
		String filter = this.filters.createTaskFilterQuery().filterName("Overdue").singleResult().getId();
		JsonNode shown = Caller.of(user, this.port).get("/engine-rest/filter/" + filter + "/list").json();
		assertThat(shown.isArray()).as(shown.toString()).isTrue();
		return shown.findValuesAsText("id");
	}

}

package dev.parley.casepage;

import java.util.List;

import dev.parley.ParleyTest;
import dev.parley.engine.CaseProgress.Step;
import dev.parley.engine.task.Forms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class NextStepsTest {

	@Autowired
	Forms forms;

	@Test
	void saysOfEveryTaskWhatFollows() {
		assertThat(this.forms.taskFormNames()).isNotEmpty().allSatisfy((form) -> {
			NextSteps next = NextSteps.of(new VisibleSteps(List.of(step(form, true)), List.of()));
			assertThat(next.afterwards()).as(form).hasSize(1);
			assertThat(next.overdue()).as(form).hasSize(1).noneMatch((sentence) -> sentence.startsWith("A step"));
		});
	}

	@Test
	void promisesNothingThatTheDiagramDoesNotDo() {
		NextSteps next = NextSteps.of(new VisibleSteps(List.of(step("DecideRisk", false)), List.of()));

		assertThat(next.overdue()).containsExactly("A step whose time runs out stays open and is shown as overdue.");
	}

	@Test
	void saysTheSameOnceForBothPositions() {
		VisibleSteps steps = new VisibleSteps(List.of(step("StateItPosition", true)),
				List.of(step("StateSecurityPosition", true)));

		assertThat(NextSteps.of(steps).afterwards()).hasSize(1);
		assertThat(NextSteps.of(steps).overdue()).hasSize(1);
	}

	private static Step step(String form, boolean timed) {
		return new Step("1", form, "Process", "UserTask_" + form, form, List.of(), List.of(), null, null, true, timed);
	}

}

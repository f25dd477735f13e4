package dev.parley.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases that settle under an earlier version of RiskDecision, which followed up nothing.
 * It has a database of its own.
 */
@Tag("own-engine")
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class MissedFollowUpsTest {

	private static final Path MODELS = Path.of("target", "models-of-missed-follow-ups");

	private static final List<String> NEW = List.of("processes/CommitteeArbitration.bpmn",
			"processes/CommitteeRules.dmn", "processes/VoteTally.dmn", "forms/PleadCase.form", "forms/CastVote.form",
			"forms/RuleOnReferral.form", "forms/AcknowledgeRuling.form");

	@Autowired
	Stage stage;

	@Autowired
	MissedFollowUps missed;

	@Autowired
	FollowUp followUp;

	@Autowired
	RuntimeService runtime;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void beginWithTheEarlierModels(DynamicPropertyRegistry registry) throws IOException {
		FileSystemUtils.deleteRecursively(MODELS);
		copyPresentModels();
		for (String file : NEW) {
			Files.delete(MODELS.resolve(file));
		}
		FileSystemUtils.copyRecursively(Path.of("src/test/resources/earlier"), MODELS.resolve("processes"));
		registry.add("parley.models.location", () -> MODELS.toUri().toString());
	}

	private static void copyPresentModels() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("processes"), MODELS.resolve("processes"));
		FileSystemUtils.copyRecursively(Path.of("forms"), MODELS.resolve("forms"));
	}

	@BeforeAll
	void stopTheSchedule(@Autowired ScheduledAnnotationBeanPostProcessor schedule) {
		schedule.postProcessBeforeDestruction(this.missed, "missedFollowUps");
	}

	@Test
	void beginsATreatmentThatNothingBeganOnce() {
		String caseId = this.stage.upToTreatment(4, 4);
		assertThat(this.stage.openForms(caseId)).isEmpty();

		this.missed.makeUp();
		this.missed.makeUp();
		this.followUp.begin(caseId);

		assertThat(this.stage.instance(caseId, "TreatmentPlan")).isNotNull();
		assertThat(this.stage.openForms(caseId)).containsExactly("CompleteAction");
		this.stage.complete("cio", caseId, "CompleteAction", Stage.answers("done", true));
		this.missed.makeUp();
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
	}

	@Test
	void beginsToWatchAnExemptionThatNothingWatchedOnce() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		assertThat(running(caseId)).isZero();

		this.missed.makeUp();
		assertThat(running(caseId)).isOne();
		this.followUp.begin(caseId);
		this.missed.makeUp();

		assertThat(running(caseId)).isOne();
		assertThat(this.stage.instance(caseId, "Exemption")).isNotNull();
		assertThat(this.jdbc.sql("select attest_on is not null from exemption where case_id = ?")
			.param(caseId)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void beginsOnceWhereTwoNodesDoSo() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());

		CompletableFuture
			.allOf(CompletableFuture.runAsync(this.missed::makeUp), CompletableFuture.runAsync(this.missed::makeUp))
			.join();

		assertThat(running(caseId)).isOne();
	}

	@Test
	void leavesAloneWhatNeedsNoFollowingUp() {
		String accepted = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", accepted, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", accepted, "GiveAssurance", Stage.assured());
		String undecided = this.stage.upToAssurance(3, 3);

		this.missed.makeUp();

		assertThat(running(accepted)).isZero();
		assertThat(this.stage.openForms(undecided)).containsExactly("GiveAssurance");
	}

	@Test
	void endsWhatFollowsUpDecisionsThatHaveEnded() {
		String treated = this.stage.upToTreatment(4, 4);
		String exempted = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		this.missed.makeUp();
		this.jdbc.sql("""
				update decision set state = 'ENDED', ended_at = now(), ended_because = 'LATER_DECISION'
				 where case_id in (?, ?)""").params(treated, exempted).update();

		this.missed.makeUp();

		assertThat(running(treated)).isZero();
		assertThat(running(exempted)).isZero();
	}

	@Test
	void goesOnWithTheOtherCasesWhenOneCannotBeFollowedUp() {
		String broken = this.stage.upToTreatment(4, 4);
		String other = this.stage.upToTreatment(4, 4);
		this.jdbc.sql("update risk_case set appetite = null where case_id = ?").param(broken).update();
		try {
			this.missed.makeUp();
			assertThat(running(broken)).isZero();
			assertThat(running(other)).isOne();
		}
		finally {
			this.jdbc.sql("update risk_case set appetite = 2 where case_id = ?").param(broken).update();
		}
		this.missed.makeUp();
		assertThat(running(broken)).isOne();
	}

	private long running(String caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count();
	}

}

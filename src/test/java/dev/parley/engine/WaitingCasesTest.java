package dev.parley.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.decision.CaseWithdrawal;
import dev.parley.submission.Submission;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases that were handed up under the models of the release before, which knew no
 * arbitration, go on when Parley gets its present models. It has a database of its own.
 */
@Tag("own-engine")
@ExtendWith(OutputCaptureExtension.class)
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class WaitingCasesTest {

	private static final Path MODELS = Path.of("target", "models-of-waiting-cases");

	private static final List<String> NEW = List.of("processes/CommitteeArbitration.bpmn",
			"processes/CommitteeRules.dmn", "processes/VoteTally.dmn", "forms/PleadCase.form", "forms/CastVote.form",
			"forms/RuleOnReferral.form", "forms/AcknowledgeRuling.form");

	private static final String CONDITIONS = "IMPOSE_CONDITIONS";

	@Autowired
	Stage stage;

	@Autowired
	WaitingCases waitingCases;

	@Autowired
	ModelDeployer deployer;

	@Autowired
	CaseWithdrawal withdrawal;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	JdbcClient jdbc;

	private String conflict = "";

	private String overdue = "";

	private String decidedLater = "";

	private String withdrawn = "";

	private String notYetReferred = "";

	private String earlier = "";

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
	void deployThePresentModelsWhileCasesWait(@Autowired ScheduledAnnotationBeanPostProcessor schedule)
			throws IOException {
		schedule.postProcessBeforeDestruction(this.waitingCases, "waitingCases");
		this.conflict = this.stage.upToPleas();
		this.overdue = overdue();
		this.decidedLater = overdue();
		this.withdrawn = overdue();
		this.notYetReferred = this.stage.upToAgreement();
		this.earlier = latest();
		this.waitingCases.moveOn();
		assertThat(this.stage.openForms(this.conflict)).isEmpty();
		assertThat(this.stage.openForms(this.overdue)).containsExactly("DecideRisk");

		copyPresentModels();
		this.deployer.afterSingletonsInstantiated();
		this.waitingCases.moveOn();
		this.waitingCases.moveOn();
	}

	@Test
	void bringsAConflictThatWaitedBeforeTheCommittee() {
		assertMovedOnce(this.conflict);
		assertThat(this.stage.openForms(this.conflict)).containsExactly("PleadCase", "PleadCase");

		this.stage.plead(this.conflict);
		this.stage.vote(this.conflict, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS,
				CONDITIONS);
		this.stage.acknowledge(this.conflict);

		assertThat(caseState(this.conflict)).isEqualTo("ESCALATED over");
		assertThat(decisions(this.conflict)).containsExactly("MITIGATE IN_FORCE");
		assertThat(this.stage.instance(this.conflict, "RiskDecision")).isNull();
	}

	@Test
	void bringsAnOverdueDecisionThatWaitedBeforeTheCommitteeAndStillAsksForIt() {
		String decisionStep = this.stage.instance(this.overdue, "CioDecision").getId();
		assertMovedOnce(this.overdue);
		assertThat(this.stage.openForms(this.overdue)).containsExactly("DecideRisk", "PleadCase", "PleadCase");

		this.stage.plead(this.overdue);
		this.stage.vote(this.overdue, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS,
				CONDITIONS);
		this.stage.acknowledge(this.overdue);
		assertThat(caseState(this.overdue)).isEqualTo("OPEN");
		assertThat(this.stage.instance(this.overdue, "CioDecision").getId()).isEqualTo(decisionStep);
		this.stage.complete("cio", this.overdue, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", this.overdue, "GiveAssurance", Stage.assured());

		assertThat(caseState(this.overdue)).isEqualTo("SETTLED over");
		assertThat(decisions(this.overdue)).containsExactly("MITIGATE IN_FORCE");
		assertThat(this.stage.instance(this.overdue, "RiskDecision")).isNull();
	}

	@Test
	void letsADecisionStillReplaceItsReferral() {
		assertMovedOnce(this.decidedLater);

		this.stage.complete("cio", this.decidedLater, "DecideRisk", Stage.mitigate());
		assertThat(referrals(this.decidedLater)).containsExactly("OVERDUE REPLACED");
		assertThat(this.stage.openForms(this.decidedLater)).containsExactly("GiveAssurance");
		this.stage.complete("ciso", this.decidedLater, "GiveAssurance", Stage.assured());

		assertThat(caseState(this.decidedLater)).isEqualTo("SETTLED over");
		assertThat(this.stage.instance(this.decidedLater, "RiskDecision")).isNull();
	}

	@Test
	void letsACaseThatWasMovedStillBeWithdrawn() {
		assertMovedOnce(this.withdrawn);

		this.withdrawal.withdraw(this.withdrawn, new Submission(Stage.answers("reason", "The initiative was stopped.")),
				"requester");

		assertThat(caseState(this.withdrawn)).isEqualTo("WITHDRAWN over");
		assertThat(this.stage.openForms(this.withdrawn)).isEmpty();
		assertThat(this.stage.instance(this.withdrawn, "RiskDecision")).isNull();
	}

	@Test
	void movesACaseThatComesToWaitLaterSoonAfter() {
		String caseId = this.notYetReferred;
		assertThat(this.stage.instance(caseId, "RiskDecision").getProcessDefinitionId()).isEqualTo(this.earlier);
		assertThat(this.stage.openForms(caseId)).containsExactly("SeekAgreement");

		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
		this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));
		assertThat(this.stage.instance(caseId, "RiskDecision").getProcessDefinitionId()).isEqualTo(this.earlier);
		assertThat(this.stage.openForms(caseId)).isEmpty();
		this.waitingCases.moveOn();
		this.waitingCases.moveOn();

		assertMovedOnce(caseId);
		assertThat(this.stage.tasksOf(caseId, "PleadCase")).extracting(Task::getAssignee)
			.hasSize(2)
			.containsOnlyNulls();
	}

	@Test
	void leavesACaseAloneThatWaitsForItsDecisionAfterARuling(CapturedOutput log) throws IOException {
		String caseId = overdue();
		this.stage.plead(caseId);
		this.stage.vote(caseId, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS);
		this.stage.acknowledge(caseId);
		Files.writeString(MODELS.resolve("processes/RiskDecision.bpmn"), "<!-- changed -->", StandardOpenOption.APPEND);
		this.deployer.afterSingletonsInstantiated();

		this.waitingCases.moveOn();

		assertThat(this.stage.instance(caseId, "RiskDecision").getProcessDefinitionId()).isNotEqualTo(latest());
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		assertThat(log).doesNotContain("Case " + caseId + " could not be moved");
	}

	private String overdue() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.letTimePass(caseId, "DecideRisk");
		ClockUtil.reset();
		return caseId;
	}

	/** Off the earlier model, with one referral and one arbitration. */
	private void assertMovedOnce(String caseId) {
		assertThat(this.stage.instance(caseId, "RiskDecision").getProcessDefinitionId()).isNotEqualTo(this.earlier);
		assertThat(this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey("CommitteeArbitration")
			.count()).isOne();
		assertThat(referrals(caseId)).hasSize(1).first().asString().endsWith(" OPEN");
		assertThat(this.runtime.createIncidentQuery().count()).isZero();
	}

	private String latest() {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey("RiskDecision")
			.latestVersion()
			.singleResult()
			.getId();
	}

	private String caseState(String caseId) {
		return this.jdbc.sql(
				"select state || case when settled_at is null then '' else ' over' end from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private List<String> decisions(String caseId) {
		return list("select treatment || ' ' || state from decision where case_id = ? order by number", caseId);
	}

	private List<String> referrals(String caseId) {
		return list("select reason || ' ' || state from referral where case_id = ? order by number", caseId);
	}

	private List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}

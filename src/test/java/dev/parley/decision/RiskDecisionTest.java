package dev.parley.decision;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.identity.Side;
import dev.parley.register.CaseState;
import dev.parley.register.Cases;
import dev.parley.register.Decisions;
import dev.parley.register.Positions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ParleyTest
class RiskDecisionTest {

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	HistoryService history;

	@Autowired
	RuntimeService runtime;

	@Autowired
	RepositoryService repository;

	@Autowired
	Flyway flyway;

	@Autowired
	Decisions decisions;

	@Autowired
	Cases cases;

	@Autowired
	Positions positions;

	@Test
	void tellsTheSameStoryInRegisterAndHistory() {
		String caseId = settled();

		assertThat(this.jdbc.sql("select duty || ' ' || user_id from case_act where case_id = ? order by case_act_id")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("RAISE requester", "IDENTIFY requester", "STATE_IT cio", "STATE_SECURITY ciso",
					"CHALLENGE ciso", "DECIDE cio", "ASSURE ciso");
		assertThat(
				this.history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId).finished().list())
			.extracting((instance) -> instance.getProcessDefinitionKey())
			.containsExactlyInAnyOrder("RiskDecision", "RiskIntake", "CisoChallenge", "CioDecision");
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list())
			.extracting((instance) -> this.repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey())
			.containsExactly("TreatmentPlan");
	}

	@Test
	void refusesToSettleACaseWithoutADecisionInForce() {
		String caseId = this.stage.upToDecision(3, 3);

		assertThatThrownBy(() -> this.cases.settle(caseId, CaseState.SETTLED))
			.hasMessageContaining("no decision in force");
		assertThat(row("risk_case", caseId)).containsEntry("state", "OPEN");
	}

	@Test
	void leavesNoTraceWhenADelegateFails() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		JdbcClient owner = JdbcClient.create(this.flyway.getConfiguration().getDataSource());
		owner.sql("revoke update (state, in_force_since) on decision from parley_app").update();
		try {
			assertThatThrownBy(() -> this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured()))
				.hasStackTraceContaining("permission denied for table decision");
		}
		finally {
			owner.sql("grant update (state, in_force_since) on decision to parley_app").update();
		}

		assertThat(count("assurance", caseId)).isZero();
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(count("assurance", caseId)).isOne();
	}

	@Test
	void writesOnceWhenADelegateRunsTwice() {
		String caseId = settled();
		Map<String, Object> decision = row("decision", caseId);
		Map<String, Object> riskCase = row("risk_case", caseId);

		String riskId = this.cases.registerRisk(caseId);
		this.positions.recordMissing(caseId, Side.IT);
		this.decisions.putInForce(caseId);
		this.cases.settle(caseId, CaseState.SETTLED);

		assertThat(row("decision", caseId)).isEqualTo(decision);
		assertThat(row("risk_case", caseId)).isEqualTo(riskCase).containsEntry("risk_id", riskId);
		assertThat(count("position", caseId)).isEqualTo(2);
	}

	@Test
	void takesBothPositionsInTheSameMoment() throws Exception {
		for (int round = 0; round < 10; round++) {
			String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
			CyclicBarrier together = new CyclicBarrier(2);
			ExecutorService both = Executors.newFixedThreadPool(2);
			try {
				List<Future<?>> done = List.of(
						both.submit(() -> state(together, "cio", caseId, "StateItPosition", Stage.itPosition(1, 1))),
						both.submit(() -> state(together, "ciso", caseId, "StateSecurityPosition",
								Stage.securityPosition(1, 1))));
				for (Future<?> one : done) {
					one.get();
				}
			}
			finally {
				both.shutdown();
			}
			assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
			assertThat(count("position", caseId)).isEqualTo(2);
		}
	}

	private Object state(CyclicBarrier together, String user, String caseId, String form, Map<String, Object> answers)
			throws Exception {
		together.await();
		this.stage.complete(user, caseId, form, answers);
		return form;
	}

	private String settled() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private int count(String table, String caseId) {
		return this.jdbc.sql("select count(*) from " + table + " where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single();
	}

	private Map<String, Object> row(String table, String caseId) {
		return this.jdbc.sql("select * from " + table + " where case_id = ?").param(caseId).query().singleRow();
	}

}

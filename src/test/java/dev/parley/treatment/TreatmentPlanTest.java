package dev.parley.treatment;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class TreatmentPlanTest {

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void closesARiskThatAnEffectiveTreatmentBringsWithinAppetite() {
		String caseId = this.stage.upToTreatment(4, 4);
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");

		this.stage.complete("cio", caseId, "CompleteAction", Stage.answers("done", true));
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
		this.stage.complete("ciso", caseId, "VerifyTreatment", Stage.answers("outcome", "EFFECTIVE", "likelihood", 1,
				"impact", 2, "reasoning", "The appliance is patched."));

		assertThat(risk(caseId)).isEqualTo("CLOSED 1 null");
		BpmnAwareTests.assertThat(plan).isEnded().hasPassed("EndEvent_TreatmentVerified");
	}

	private String risk(String caseId) {
		return this.jdbc.sql("""
				select concat_ws(' ', r.state, r.level, coalesce(u.state, 'null'))
				  from risk r join risk_case c using (risk_id) left join unacceptable_risk u using (risk_id)
				 where c.case_id = ?""").param(caseId).query(String.class).single();
	}

}

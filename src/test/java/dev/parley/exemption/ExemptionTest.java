package dev.parley.exemption;

import java.time.LocalDate;

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
class ExemptionTest {

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void asksForAttestationAndHasItVerified() {
		String caseId = this.stage.upToConfirmedExemption(LocalDate.now().plusDays(300).toString());
		ProcessInstance exemption = this.stage.instance(caseId, "Exemption");
		assertThat(exemption(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");

		this.stage.fireTimer(caseId, "CatchEvent_AttestationDue");
		this.stage.complete("cio", caseId, "AttestControls", Stage.answers("inPlace", true));
		this.stage.complete("ciso", caseId, "VerifyAttestation",
				Stage.answers("outcome", "FAILED", "reasoning", "No."));
		assertThat(exemption(caseId)).isEqualTo("SUSPENDED NO_DECISION");
		this.stage.complete("cio", caseId, "AttestControls", Stage.answers("inPlace", true));
		this.stage.complete("ciso", caseId, "VerifyAttestation", Stage.answers("outcome", "CONFIRMED"));
		assertThat(exemption(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		this.stage.fireTimer(caseId, "CatchEvent_ReviewDue");
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Renew it."));
		this.stage.complete("cio", caseId, "ReviewExemption", Stage.answers("outcome", "LET_EXPIRE"));

		BpmnAwareTests.assertThat(exemption).isWaitingAt("CatchEvent_AttestationDue");
	}

	private String exemption(String caseId) {
		return this.jdbc.sql("""
				select concat_ws(' ', e.state, coalesce(u.state, 'null'))
				  from exemption e left join unacceptable_risk u using (risk_id)
				 where e.case_id = ?""").param(caseId).query(String.class).single();
	}

}

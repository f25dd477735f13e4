package dev.parley.exemption;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A step of the process that is done once more changes nothing. */
@ParleyTest
class RepeatedStepTest {

	@Autowired
	Stage stage;

	@Autowired
	TableDigests tables;

	@Autowired
	ApplicationContext beans;

	private ExemptionLife life;

	@BeforeEach
	void begin(@Autowired BeanFactory beans) {
		this.life = new ExemptionLife(beans);
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void schedulesOnce() throws Exception {
		assertNothingChanges("scheduleExemption", this.life.granted(this.life.in(300)));
	}

	@Test
	void suspendsOnce() throws Exception {
		String caseId = asked();
		this.stage.letTimePass(caseId, "AttestControls");

		assertNothingChanges("suspendExemption", caseId);
	}

	@Test
	void suspendsOnceWhatNobodyVerified() throws Exception {
		String caseId = asked();
		this.life.attest(caseId, true);
		this.stage.letTimePass(caseId, "VerifyAttestation");

		assertNothingChanges("suspendExemption", caseId);
	}

	@Test
	void confirmsOnce() throws Exception {
		String caseId = asked();
		this.life.attest(caseId, false);
		this.life.attest(caseId, true);
		this.life.verify(caseId, "CONFIRMED");

		assertNothingChanges("confirmControls", caseId);
	}

	@Test
	void opensAReviewOnce() throws Exception {
		LocalDate end = this.life.in(300);
		String caseId = this.life.granted(end, this.life.in(100));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);

		assertNothingChanges("openReview", caseId);
	}

	@Test
	void recordsAMissedReviewOnce() throws Exception {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.stage.letTimePass(caseId, "ReviewExemption");

		assertNothingChanges("recordMissedReview", caseId);
	}

	@Test
	void opensOneRenewalCase() throws Exception {
		String caseId = this.life.granted(this.life.in(300));
		this.life.renew(caseId, 200);

		assertNothingChanges("openRenewalCase", caseId);
	}

	@Test
	void closesOnce() throws Exception {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.life.review(caseId, "outcome", "CLOSE", "rationale", "It is patched.");

		assertNothingChanges("closeExemption", caseId);
	}

	@Test
	void expiresOnce() throws Exception {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.END);

		assertNothingChanges("expireExemption", caseId);
	}

	private String asked() {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);
		return caseId;
	}

	/** The engine has done the step before. */
	private void assertNothingChanges(String step, String caseId) throws Exception {
		Map<String, String> before = this.tables.now();

		this.beans.getBean(step, JavaDelegate.class).execute(execution(caseId));

		assertThat(this.tables.now()).isEqualTo(before);
	}

	/** An execution as the step found it, which knows nothing but variables. */
	private static DelegateExecution execution(String caseId) {
		Map<String, Object> variables = new HashMap<>(
				Map.of("caseId", caseId, "attestation", 92, "review", 60, "awaited", 1));
		return (DelegateExecution) Proxy.newProxyInstance(RepeatedStepTest.class.getClassLoader(),
				new Class<?>[] { DelegateExecution.class },
				(execution, method, arguments) -> switch (method.getName()) {
					case "getVariable" -> variables.get((String) arguments[0]);
					case "setVariable" -> variables.put((String) arguments[0], arguments[1]);
					default -> throw new UnsupportedOperationException(method.getName());
				});
	}

}

package dev.parley.exemption;

import java.util.Map;
import java.util.Objects;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.register.Attestations;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** An exemption is granted, attested, suspended and recovered. */
@ParleyTest
class ExemptionTest {

	@Autowired
	Stage stage;

	@Autowired
	IdentityService identities;

	@Autowired
	Suspension suspension;

	@Autowired
	Attestations attestations;

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
	void isGrantedByItsOwnerWithinTolerance() {
		String caseId = this.life.granted(this.life.in(300), this.life.in(100));

		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE null");
		assertThat(this.life.approval(caseId)).isEqualTo("cio / " + name("cio") + " / CIO / 3");
		assertThat(this.life.renewal(caseId)).isEqualTo("0 none %1$s %1$s".formatted(this.life.in(300)));
		assertThat(this.life.days(caseId)).isEqualTo(this.life.in(92) + " " + this.life.in(100));
		assertThat(this.life.changes(caseId)).containsExactly("REQUESTED cio", "IN_FORCE cio");
		assertThat(watch(caseId)).isWaitingAtExactly("CatchEvent_AttestationDue", "Gateway_ReviewAwaited");
		assertThat(this.stage.instance(caseId, "TreatmentPlan")).isNull();
	}

	@Test
	void isGrantedByTheCommitteeAboveTolerance() {
		String caseId = this.life.confirmed(this.life.in(300));

		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(this.life.approval(caseId))
			.isEqualTo("nobody alone / Steering committee / Presided over by " + name("chair") + " / 4");
		assertThat(this.life.changes(caseId)).containsExactly("REQUESTED cio", "IN_FORCE Steering committee");
	}

	@Test
	void isGrantedByWhoRuledOnTheAppeal() {
		String caseId = this.stage.upToDecision(4, 4);
		this.life.decide(caseId, this.life.exempt(this.life.in(90), this.life.in(90)));
		this.stage.plead(caseId);
		String upheld = "UPHOLD_DECISION";
		this.stage.vote(caseId, upheld, upheld, upheld, upheld, upheld, upheld, upheld);
		this.stage.completeOf("ciso", caseId, "AcknowledgeRuling",
				Stage.answers("appeal", true, "grounds", "The committee did not see the test."));

		this.stage.complete("cro", caseId, "RuleOnReferral",
				Stage.answers("ruling", upheld, "reasons", "It is watched."));
		this.stage.acknowledge(caseId);

		assertThat(this.life.approval(caseId)).isEqualTo("cro / " + name("cro") + " / Chief risk officer / 4");
	}

	@Test
	void keepsWhoGrantedItWhenTheOfficeChangesHands() {
		String caseId = this.stage.upToDecision(5, 5);
		this.life.decide(caseId, this.life.exempt(this.life.in(90), this.life.in(90)));
		this.stage.plead(caseId);
		this.stage.complete("cro", caseId, "RuleOnReferral",
				Stage.answers("ruling", "UPHOLD_DECISION", "reasons", "It is watched."));
		this.stage.acknowledge(caseId);
		String granted = "cro / " + name("cro") + " / Chief risk officer / 5";
		assertThat(this.life.approval(caseId)).isEqualTo(granted);

		String before = user("cro").getFirstName();
		rename("cro", "Somebody else");
		String kept = this.life.approval(caseId);
		rename("cro", before);

		assertThat(kept).isEqualTo(granted);
	}

	@Test
	void setsTheNextDayOnceItsControlsAreConfirmed() {
		String caseId = this.life.confirmed(this.life.in(300));
		assertThat(this.life.due(caseId, ExemptionLife.ATTESTATION)).isEqualTo(this.life.beginOf(this.life.in(92)));

		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);
		this.life.attest(caseId, true);
		assertThat(watch(caseId)).isWaitingAt("UserTask_VerifyAttestation");
		this.life.verify(caseId, "CONFIRMED");

		assertThat(this.life.attestations(caseId)).containsExactly("1 IN_PLACE cio CONFIRMED ciso");
		assertThat(this.life.days(caseId)).startsWith(this.life.in(92) + " ");
		assertThat(this.life.due(caseId, ExemptionLife.ATTESTATION)).isEqualTo(this.life.beginOf(this.life.in(92)));
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(watch(caseId)).hasNotPassed("ServiceTask_SuspendExemption");
		assertThat(this.life.cases(caseId)).hasSize(1);
	}

	@Test
	void asksThePersonWhoOwnsItsControls() {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> answers = this.life.exempt(this.life.in(300), this.life.in(300));
		answers.put("controlsOwner", "cio-deputy");
		this.life.decide(caseId, answers);
		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);

		assertThatThrownBy(() -> this.life.attest(caseId, true))
			.hasMessage("The task \"Attest controls\" is for cio-deputy, and you (cio) are not that person.");
		this.stage.complete("cio-deputy", caseId, "AttestControls", Stage.answers("inPlace", true));

		assertThat(this.life.attestations(caseId)).containsExactly("1 IN_PLACE cio-deputy");
	}

	@Test
	void isSuspendedWhenTheAttestationFails() {
		String caseId = asked();
		this.life.attest(caseId, true);

		this.life.verify(caseId, "FAILED");

		assertThat(this.life.attestations(caseId)).containsExactly("1 IN_PLACE cio FAILED ciso");
		assertSuspended(caseId, "the CISO's office did not confirm the attestation of its controls");
	}

	@Test
	void isSuspendedWhenNobodyAttestsInTime() {
		String caseId = asked();

		this.stage.letTimePass(caseId, "AttestControls");

		assertThat(this.life.attestations(caseId)).containsExactly("1 NOT_GIVEN");
		assertThat(watch(caseId)).hasPassed("BoundaryEvent_AttestationOverdue");
		assertSuspended(caseId, "its compensating controls were not attested in time");
	}

	@Test
	void isSuspendedWhenNobodyVerifiesInTime() {
		String caseId = asked();
		this.life.attest(caseId, true);

		this.stage.letTimePass(caseId, "VerifyAttestation");

		assertThat(this.life.attestations(caseId)).containsExactly("1 IN_PLACE cio NOT_VERIFIED");
		assertThat(watch(caseId)).hasPassed("BoundaryEvent_AttestationNotVerified");
		assertSuspended(caseId, "the attestation of its controls was not verified in time");
	}

	@Test
	void isSuspendedByTheWordOfItsOwner() {
		String caseId = asked();

		this.life.attest(caseId, false);

		assertThat(this.life.attestations(caseId)).containsExactly("1 NOT_IN_PLACE cio");
		assertThat(watch(caseId)).hasNotPassed("UserTask_VerifyAttestation");
		assertSuspended(caseId, "its compensating controls are not in place, as their owner says");
	}

	@Test
	void isInForceAgainOnceItsControlsAreConfirmed() {
		String caseId = suspended();

		this.life.attest(caseId, true);
		this.life.verify(caseId, "CONFIRMED");

		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(this.life.attestations(caseId)).containsExactly("1 NOT_IN_PLACE cio",
				"2 IN_PLACE cio CONFIRMED ciso");
		assertThat(this.life.changes(caseId)).endsWith("SUSPENDED system", "IN_FORCE system");
		assertThat(this.life.days(caseId)).startsWith(this.life.in(92) + " ");
		assertThat(watch(caseId)).isWaitingAt("CatchEvent_AttestationDue");
		assertThat(this.life.decision(caseId)).isEqualTo("IN_FORCE");
	}

	@Test
	void opensOneCaseHoweverOftenItFails() {
		String caseId = suspended();

		this.stage.letTimePass(caseId, "AttestControls");
		this.life.attest(caseId, true);
		this.life.verify(caseId, "FAILED");

		assertThat(this.life.attestations(caseId)).containsExactly("1 NOT_IN_PLACE cio", "2 NOT_GIVEN",
				"3 IN_PLACE cio FAILED ciso");
		assertThat(this.life.changes(caseId)).containsOnlyOnce("SUSPENDED system");
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
	}

	@Test
	void expiresWhenItStaysSuspendedUntilItsEnd() {
		String caseId = suspended();

		this.life.comeTo(caseId, ExemptionLife.END);

		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		assertThat(this.stage.instance(caseId, "Exemption")).isNull();
		assertThat(this.life.cases(caseId)).hasSize(2);
	}

	@Test
	void writesOnceWhenItIsSuspendedTwice() {
		String caseId = asked();
		this.suspension.suspend(caseId, 1);

		this.suspension.suspend(caseId, 1);

		assertThat(this.life.attestations(caseId)).containsExactly("1 NOT_GIVEN");
		assertThat(this.life.changes(caseId)).containsOnlyOnce("SUSPENDED system");
		assertThat(this.life.cases(caseId)).hasSize(2);
		assertThat(this.attestations.next(this.life.exemptionId(caseId))).isEqualTo(2);
	}

	/** An exemption above tolerance whose owner is asked to attest. */
	private String asked() {
		String caseId = this.life.confirmed(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);
		return caseId;
	}

	private String suspended() {
		String caseId = asked();
		this.life.attest(caseId, false);
		return caseId;
	}

	private void assertSuspended(String caseId, String why) {
		String reason = "Exemption %s is suspended: %s.".formatted(this.life.exemptionId(caseId), why);
		assertThat(this.life.state(caseId)).isEqualTo("SUSPENDED NO_DECISION");
		assertThat(this.life.reason(caseId)).isEqualTo(reason);
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
		assertThat(this.life.openedBecause(this.life.newestCase(caseId))).isEqualTo(reason);
		assertThat(this.stage.openForms(caseId)).containsExactly("AttestControls");
	}

	private ProcessInstance watch(String caseId) {
		return this.stage.instance(caseId, "Exemption");
	}

	private String name(String user) {
		User found = user(user);
		return "%s (%s)".formatted((found.getFirstName() + " " + found.getLastName()).strip(), user);
	}

	private void rename(String user, String name) {
		User found = user(user);
		found.setFirstName(name);
		this.identities.saveUser(found);
	}

	private User user(String user) {
		return Objects.requireNonNull(this.identities.createUserQuery().userId(user).singleResult());
	}

}

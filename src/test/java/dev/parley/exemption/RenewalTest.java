package dev.parley.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.submission.Submission;
import dev.parley.decision.CaseWithdrawal;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.TaskService;
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

/** Time renews nothing: a case decides on it, and each renewal is shorter. */
@ParleyTest
class RenewalTest {

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	CaseWithdrawal withdrawal;

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
	void beginsAtTheDecisionWithWhatBothSidesStated() {
		String caseId = this.life.granted(this.life.in(300));

		String renewal = this.life.renew(caseId, 200);

		assertThat(renewal).isNotEqualTo(caseId);
		assertThat(this.stage.openForms(renewal)).containsExactly("DecideRisk");
		assertThat(this.stage.instance(renewal, "RiskDecision")).hasNotPassed("CallActivity_RiskIntake",
				"CallActivity_CisoChallenge");
		assertThat(this.life.list("""
				select concat_ws(' ', raised_by, route, deciding_group, level, band, asset_id) from risk_case
				 where case_id = ?""", renewal)).containsExactly("system CHALLENGE cio 3 WITHIN_TOLERANCE A-003");
		assertThat(this.life.list("""
				select concat_ws(' ', side, likelihood, impact, reasoning) from position where case_id = ?
				 order by side""", renewal)).containsExactly("IT 3 3 The appliance is patched every month.",
				"SECURITY 3 3 Exploits are public.");
		assertThat(shown(renewal)).contains("Exploits are public.", "The appliance is patched every month.",
				"The owner asks to renew exemption %s until %s: Not replaced yet."
					.formatted(this.life.exemptionId(caseId), this.life.in(200)),
				"At the level Medium renewal 1 of 3 may last until %s at the latest.".formatted(this.life.in(411)));
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE null");
	}

	@Test
	void takesOverThePositionsByWhichTheRiskWasRatedLast() {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, "CatchEvent_AttestationDue");
		this.life.attest(caseId, false);
		String meanwhile = this.life.newestCase(caseId);
		this.stage.complete("cio", meanwhile, "StateItPosition", Stage.itPosition(4, 3));
		this.stage.complete("ciso", meanwhile, "StateSecurityPosition", Stage.securityPosition(4, 3));
		this.withdrawal.withdraw(meanwhile, new Submission(Stage.answers("reason", "The controls are back.")), "cio");
		this.life.attest(caseId, true);
		this.life.verify(caseId, "CONFIRMED");

		String renewal = this.life.renew(caseId, 100);

		assertThat(this.life.list("select concat_ws(' ', level, band) from risk_case where case_id = ?", renewal))
			.containsExactly("4 ABOVE_TOLERANCE");
		assertThat(this.life
			.list("select r.level::text from risk r join risk_case c using (risk_id) where c.case_id = ?", renewal))
			.isEqualTo(List.of("4"));
	}

	@Test
	void comparesTwoOptionsLikeAnyDecision() {
		String renewal = this.life.renew(this.life.granted(this.life.in(300)), 200);
		Map<String, Object> answers = this.life.exempt(this.life.in(200), this.life.in(200));
		answers.keySet().removeIf((key) -> key.startsWith("option2"));

		assertRefused(renewal, answers, "Compare two options at least");
	}

	@Test
	void takesThePlaceOfWhatItRenews() {
		LocalDate firstEnd = this.life.in(300);
		String caseId = this.life.granted(firstEnd);
		ProcessInstance earlier = watch(caseId);
		String renewal = this.life.renew(caseId, 200);
		LocalDate end = this.life.in(200);

		this.life.decide(renewal, this.life.exempt(end, end));

		assertThat(this.life.state(caseId)).isEqualTo("RENEWED null");
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED LATER_DECISION");
		assertThat(earlier).isEnded().hasPassed("EndEvent_ExemptionEnded");
		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.life.state(renewal)).isEqualTo("IN_FORCE null");
		assertThat(this.life.renewal(renewal))
			.isEqualTo("1 %s %s %s".formatted(this.life.exemptionId(caseId), firstEnd, end));
		assertThat(watch(renewal)).isWaitingAt("CatchEvent_AttestationDue");
		assertThat(this.life.cases(caseId)).containsExactly("requester SETTLED", "system SETTLED");
	}

	@Test
	void isShorterEachTimeAndRefusedAfterTheThird() {
		String first = this.stage.upToDecision(3, 3);
		assertLongest(first, 548, 0);
		String second = this.life.renew(first, 2);
		assertLongest(second, 411, 1);
		String third = this.life.renew(second, 2);
		assertLongest(third, 308, 2);
		String fourth = this.life.renew(third, 2);
		LocalDate latest = this.life.in(231);
		assertRefused(fourth, this.life.exempt(latest.plusDays(1), latest),
				"the last day is " + latest + " at the latest");

		this.life.decide(fourth, this.life.exempt(latest, this.life.in(1)));
		assertThat(this.stage.openForms(fourth)).containsExactly("PleadCase", "PleadCase");
		assertThat(this.life.state(fourth)).isEqualTo("REQUESTED null");
		assertThat(this.life.state(third)).isEqualTo("IN_FORCE null");
		this.life.rule(fourth, "UPHOLD_DECISION");

		assertThat(this.life.state(fourth)).isEqualTo("IN_FORCE null");
		assertThat(this.life.renewal(fourth)).startsWith("3 " + this.life.exemptionId(third));
		this.life.comeTo(fourth, ExemptionLife.REVIEW);
		assertThatThrownBy(() -> this.life.review(fourth, "outcome", "RENEW", "endsOn", this.life.in(2).toString(),
				"rationale", "Once more."))
			.hasMessageContaining("were granted 4 times, and at the level Medium one is renewed 3 times at most");
		assertThat(this.stage.openForms(fourth)).contains("ReviewExemption");
	}

	@Test
	void isRefusedInAnyCaseOnceItsNumberIsUsedUp() {
		String caseId = this.stage.upToDecision(5, 4);
		grantByOfficer(caseId);
		String second = this.life.renew(caseId, 40);
		grantByOfficer(second);
		String third = this.life.renew(second, 20);
		grantByOfficer(third);
		this.life.comeTo(third, ExemptionLife.REVIEW);
		this.life.review(third, "outcome", "CLOSE", "rationale", "It is patched.");
		String fourth = this.life.newestCase(third);
		restate(fourth, 5, 4);

		assertThat(shown(fourth))
			.contains("No exemption is possible any more: at the level Very high one is renewed twice at most.");
		assertRefused(fourth, this.life.exempt(this.life.in(2), this.life.in(2)),
				"were granted 3 times, and at the level Very high one is renewed twice at most. Choose another treatment.");
	}

	@Test
	void doesNotKeepAnExemptionThatIsNotConfirmedByItsEnd() {
		String caseId = this.life.confirmed(this.life.in(100));
		String renewal = this.life.renew(caseId, 200);

		this.life.comeTo(caseId, ExemptionLife.END);
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
		assertThat(this.stage.openForms(renewal)).containsExactly("DecideRisk");
		this.life.decide(renewal, this.life.exempt(this.life.in(100), this.life.in(100)));
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		this.life.rule(renewal, "UPHOLD_DECISION");

		assertThat(this.life.state(renewal)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_IN_FORCE");
		assertThat(this.life.renewal(renewal)).startsWith("1 " + this.life.exemptionId(caseId));
	}

	@Test
	void leavesTheExemptionToItsEndWhenTheRenewalIsRefused() {
		String caseId = this.life.confirmed(this.life.in(100));
		String renewal = this.life.renew(caseId, 200);
		this.life.decide(renewal, this.life.exempt(this.life.in(100), this.life.in(100)));

		this.life.rule(renewal, "UPHOLD_OBJECTION");

		assertThat(this.life.state(renewal)).isEqualTo("REFUSED EXEMPTION_IN_FORCE");
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE EXEMPTION_IN_FORCE");
		assertThat(watch(caseId)).isWaitingAt("CatchEvent_AttestationDue");
		assertThat(this.stage.openForms(renewal)).containsExactly("DecideRisk");
		this.life.comeTo(caseId, ExemptionLife.END);
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
	}

	@Test
	void leavesItToTheCaseThatGoesOnAlready() {
		String caseId = this.life.confirmed(this.life.in(100));
		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);
		this.life.attest(caseId, false);
		String going = this.life.newestCase(caseId);

		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.life.review(caseId, "outcome", "RENEW", "endsOn", this.life.in(50).toString(), "rationale", "Once more.");

		assertThat(this.life.cases(caseId)).hasSize(2);
		assertThat(this.life.reviews(caseId)).containsExactly("1 planned RENEW cio");
		assertThat(this.life.list("select case_id from exemption_renewal where case_id = ?", going)).isEmpty();
		assertThat(this.life.list("select text from notice where case_id = ? and recipient = 'ciso'", caseId))
			.anyMatch((text) -> text.contains("Case %s decides on it.".formatted(going)));
	}

	@Test
	void isWhateverExemptsARiskAgain() {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.END);
		String later = this.life.newestCase(caseId);
		assertThat(this.life.openedBecause(later))
			.startsWith("Exemption " + this.life.exemptionId(caseId) + " has expired");
		restate(later, 3, 3);
		assertRefused(later, this.life.exempt(this.life.in(412), this.life.in(1)), "the last day is");

		this.life.decide(later, this.life.exempt(this.life.in(411), this.life.in(100)));

		assertThat(this.life.state(later)).isEqualTo("IN_FORCE null");
		assertThat(this.life.renewal(later)).startsWith("1 " + this.life.exemptionId(caseId));
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED null");
	}

	private void assertLongest(String caseId, int days, int renewal) {
		LocalDate latest = this.life.in(days);
		assertRefused(caseId, this.life.exempt(latest.plusDays(1), latest),
				"Ends on (endsOn) is %s; at the level Medium the last day is %s at the latest"
					.formatted(latest.plusDays(1), latest));
		this.life.decide(caseId, this.life.exempt(latest, this.life.in(1)));
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE null");
		assertThat(this.life.renewal(caseId)).startsWith(renewal + " ").endsWith(" " + latest);
	}

	private void assertRefused(String caseId, Map<String, Object> answers, String words) {
		assertThatThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", answers)).hasMessageContaining(words);
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	/** Above capacity, an exemption is the chief risk officer's to confirm. */
	private void grantByOfficer(String caseId) {
		this.life.decide(caseId, this.life.exempt(this.life.in(40), this.life.in(1)));
		this.stage.plead(caseId);
		this.stage.complete("cro", caseId, "RuleOnReferral",
				Stage.answers("ruling", "UPHOLD_DECISION", "reasons", "It is watched."));
		this.stage.acknowledge(caseId);
	}

	/** Both sides state their positions in a case that Parley opened. */
	private void restate(String caseId, int likelihood, int impact) {
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(likelihood, impact));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(likelihood, impact));
		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
	}

	private String shown(String caseId) {
		return String.valueOf(this.tasks.getVariableLocal(this.stage.task(caseId, "DecideRisk").getId(), "caseSoFar"));
	}

	private ProcessInstance watch(String caseId) {
		return this.stage.instance(caseId, "Exemption");
	}

}

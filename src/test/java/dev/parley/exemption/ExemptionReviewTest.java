package dev.parley.exemption;

import java.time.LocalDate;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.CaseMessages;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** An exemption is reviewed, and closed or left to its end. */
@ParleyTest
class ExemptionReviewTest {

	@Autowired
	Stage stage;

	@Autowired
	CaseMessages messages;

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
	void isReviewedOnTheDayThatTheDecisionNamedAndOnceMoreBeforeItsEnd() {
		LocalDate granted = this.life.today();
		String caseId = this.life.granted(granted.plusDays(300), granted.plusDays(100));
		assertThat(this.life.due(caseId, ExemptionLife.REVIEW)).isEqualTo(this.life.beginOf(granted.plusDays(100)));

		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.life.review(caseId, "outcome", "LET_EXPIRE");
		assertThat(this.life.due(caseId, ExemptionLife.REVIEW)).isEqualTo(this.life.beginOf(granted.plusDays(240)));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.life.review(caseId, "outcome", "LET_EXPIRE");

		assertThat(this.life.reviews(caseId)).containsExactly("1 planned LET_EXPIRE cio", "2 planned LET_EXPIRE cio");
		assertThat(this.life.days(caseId)).endsWith(" none");
		assertThat(watch(caseId)).isWaitingAtExactly("CatchEvent_AttestationDue").hasPassed("EndEvent_ReviewDone");
		assertThat(this.life.state(caseId)).isEqualTo("IN_FORCE null");
	}

	@Test
	void isLeftToExpireWhenNobodyReviewsIt() {
		String caseId = this.life.confirmed(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		assertThat(this.life.due(caseId, "BoundaryEvent_ReviewOverdue"))
			.isEqualTo(this.stage.task(caseId, "ReviewExemption").getDueDate().toInstant());

		this.stage.letTimePass(caseId, "ReviewExemption");

		assertThat(this.life.reviews(caseId)).containsExactly("1 planned NOT_REVIEWED");
		assertThat(watch(caseId)).isWaitingAtExactly("UserTask_AttestControls")
			.hasPassed("BoundaryEvent_ReviewOverdue", "EndEvent_ReviewDone");
	}

	@Test
	void isReviewedOnceMoreBeforeItsEndWhateverCameOfTheReviewBefore() {
		LocalDate granted = this.life.today();
		String missed = this.life.granted(granted.plusDays(300), granted.plusDays(100));
		String renewed = this.life.granted(granted.plusDays(300), granted.plusDays(100));
		this.life.renew(renewed, 150);
		this.stage.fireTimer(missed, ExemptionLife.REVIEW);

		this.stage.letTimePass(missed, "ReviewExemption");

		assertThat(this.life.due(missed, ExemptionLife.REVIEW)).isEqualTo(this.life.beginOf(granted.plusDays(240)));
		assertThat(this.life.due(renewed, ExemptionLife.REVIEW)).isEqualTo(this.life.beginOf(granted.plusDays(240)));
	}

	@Test
	void keepsTheAdviceWhenTheOwnerDoesNotReviewIt() {
		String caseId = this.life.granted(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Replace it."));

		this.stage.letTimePass(caseId, "ReviewExemption");

		assertThat(this.life.reviews(caseId)).containsExactly("1 planned NOT_REVIEWED");
		assertThat(this.life.list("""
				select a.advice || ' ' || a.given_by from exemption_advice a join exemption e using (exemption_id)
				 where e.case_id = ?""", caseId)).containsExactly("Replace it. ciso");
	}

	@Test
	void isReviewedEarlyWhenWhatItRestsOnChangesAndAgainWhenItWasPlanned() {
		LocalDate granted = this.life.today();
		String caseId = this.life.granted(granted.plusDays(300), granted.plusDays(100));

		assertThat(this.messages.sendWhereAwaited("Msg_ExemptionOutdated", caseId)).isTrue();
		assertThat(this.life.reviews(caseId)).containsExactly("1 outdated");
		assertThat(this.messages.sendWhereAwaited("Msg_ExemptionOutdated", caseId)).isFalse();
		this.life.review(caseId, "outcome", "LET_EXPIRE");

		assertThat(this.life.due(caseId, ExemptionLife.REVIEW)).isEqualTo(this.life.beginOf(granted.plusDays(100)));
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		assertThat(this.life.reviews(caseId)).containsExactly("1 outdated LET_EXPIRE cio", "2 planned");
	}

	@Test
	void isClosedWhenItsOwnerKeepsTheRuleAgain() {
		String caseId = this.life.granted(this.life.in(300));
		ProcessInstance watch = watch(caseId);
		this.life.comeTo(caseId, ExemptionLife.REVIEW);

		this.life.review(caseId, "outcome", "CLOSE", "rationale", "The appliance is patched.");

		assertThat(this.life.state(caseId)).isEqualTo("CLOSED null");
		assertThat(this.life.reason(caseId)).isEqualTo("The appliance is patched.");
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED EXEMPTION_ENDED");
		assertThat(watch).isEnded().hasPassed("EndEvent_ExemptionClosed");
		assertThat(this.life.cases(caseId)).containsExactly("requester SETTLED", "system OPEN");
		assertThat(this.life.openedBecause(this.life.newestCase(caseId)))
			.isEqualTo("Exemption %s is closed. What remains of the risk has to be decided."
				.formatted(this.life.exemptionId(caseId)));
	}

	@Test
	void hasItsConditionsFollowedUpUntilItEnds() {
		String caseId = this.stage.upToDecision(4, 4);
		this.life.decide(caseId, this.life.exempt(this.life.in(300), this.life.in(300)));
		this.life.rule(caseId, "IMPOSE_CONDITIONS");
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");
		assertThat(plan).isWaitingAt("UserTask_CompleteAction");
		assertThat(watch(caseId)).isWaitingAt("CatchEvent_AttestationDue");

		this.life.comeTo(caseId, ExemptionLife.END);

		assertThat(plan).isEnded();
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		assertThat(this.stage.openForms(caseId)).isEmpty();
	}

	private ProcessInstance watch(String caseId) {
		return this.stage.instance(caseId, "Exemption");
	}

}

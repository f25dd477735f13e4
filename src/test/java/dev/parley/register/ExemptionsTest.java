package dev.parley.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.parley.identity.People;
import dev.parley.identity.Side;
import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.Exemption.Days;
import dev.parley.register.Position.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** An exemption is in force by a decision, ends once, and stays as it ended. */
class ExemptionsTest {

	private static final TestClock CLOCK = new TestClock();

	private static final String ASSET = "A-1";

	private static RegisterAlone register;

	@BeforeAll
	static void begin() {
		register = RegisterAlone.start(CLOCK);
	}

	@AfterAll
	static void end() {
		register.close();
	}

	@Test
	void keepsWhenItWasAskedForAndWhenItWasGranted() {
		register.rolledBack(() -> {
			String caseId = decided(null, Treatment.EXEMPT);
			Instant asked = CLOCK.instant();
			CLOCK.pass(Duration.ofDays(1));

			confirm(caseId);

			Days days = exemption(caseId).days();
			assertThat(days.requestedAt()).isEqualTo(asked);
			assertThat(days.grantedAt()).isEqualTo(CLOCK.instant());
			assertThat(exemption(caseId).terms().assets()).containsExactly(ASSET);
		});
	}

	@Test
	void isNotGrantedWhileItIsOnlyAskedFor() {
		register.rolledBack(() -> {
			String caseId = decided(null, Treatment.EXEMPT);

			assertThatThrownBy(() -> bean(Exemptions.class).requireGranted(caseId))
				.hasMessage("No exemption was granted in case " + caseId);
		});
	}

	@Test
	void isNoRenewalOfOneThatWasRefused() {
		register.rolledBack(() -> {
			String caseId = decided(null, Treatment.EXEMPT);
			bean(Confirmations.class).refuse(caseId, 1);

			decide(caseId, Treatment.EXEMPT);

			Exemption later = exemption(caseId);
			assertThat(later.decision()).isEqualTo(2);
			assertThat(later.renewal()).isZero();
			assertThat(later.renews()).isNull();
		});
	}

	@Test
	void isNotRefusedOnceItIsInForce() {
		register.rolledBack(() -> {
			String caseId = inForce(null, Treatment.EXEMPT);

			bean(Confirmations.class).refuse(caseId, 1);

			assertThat(exemption(caseId).state()).isEqualTo(ExemptionState.IN_FORCE);
			assertThat(bean(DecisionsInForce.class).ofCase(caseId)).isPresent();
		});
	}

	@Test
	void isClosedByALaterDecisionThatExemptsNothing() {
		register.rolledBack(() -> {
			String caseId = inForce(null, Treatment.EXEMPT);

			inForce(riskOf(caseId), Treatment.MITIGATE);

			assertThat(exemption(caseId).state()).isEqualTo(ExemptionState.CLOSED);
			assertThat(decision(caseId)).isEqualTo("ENDED LATER_DECISION");
		});
	}

	@Test
	void endsOnceWithItsDecision() {
		register.rolledBack(() -> {
			String caseId = inForce(null, Treatment.EXEMPT);
			InForce decision = bean(DecisionsInForce.class).ofCase(caseId).orElseThrow();
			expire(decision);

			bean(DecisionsInForce.class).end(decision, DecisionEnd.RISK_CLOSED, ExemptionState.CLOSED, "Gone", "ciso");

			assertThat(decision(caseId)).isEqualTo("ENDED EXEMPTION_ENDED");
			assertThat(exemption(caseId).state()).isEqualTo(ExemptionState.EXPIRED);
			assertThat(bean(DecisionsInForce.class).of(decision.riskId())).isEmpty();
			assertThat(bean(DecisionsInForce.class).ofCase(caseId)).isEmpty();
		});
	}

	@Test
	void staysExpiredWhereItsControlsAreConfirmedAtTheSameMoment() {
		String caseId = inForce(null, Treatment.EXEMPT);
		InForce decision = bean(DecisionsInForce.class).ofCase(caseId).orElseThrow();
		String exemptionId = exemption(caseId).id();
		bean(Exemptions.class).change(exemptionId, ExemptionState.SUSPENDED, "Not attested", People.SYSTEM);

		CompletableFuture<Boolean> confirmed = register.inTransaction(() -> {
			expire(decision);
			CompletableFuture<Boolean> confirming = CompletableFuture
				.supplyAsync(() -> register.inTransaction(() -> bean(Exemptions.class).change(exemptionId,
						ExemptionState.IN_FORCE, "Confirmed", People.SYSTEM)));
			await().until(register::isSomebodyWaiting);
			return confirming;
		});

		assertThatThrownBy(confirmed::join)
			.hasMessageContaining("Exemption %s is EXPIRED, and cannot become IN_FORCE".formatted(exemptionId));
		assertThat(exemption(caseId).state()).isEqualTo(ExemptionState.EXPIRED);
	}

	private static void expire(InForce decision) {
		bean(DecisionsInForce.class).end(decision, DecisionEnd.EXEMPTION_ENDED, ExemptionState.EXPIRED, "Over",
				People.SYSTEM);
	}

	/** A case of a risk, or of a new one, is decided and confirmed. */
	private static String inForce(@Nullable String riskId, Treatment treatment) {
		String caseId = decided(riskId, treatment);
		confirm(caseId);
		return caseId;
	}

	private static String decided(@Nullable String riskId, Treatment treatment) {
		String caseId = compared(riskId);
		decide(caseId, treatment);
		return caseId;
	}

	private static void decide(String caseId, Treatment treatment) {
		LocalDate end = CLOCK.today().plusDays(100);
		DecisionDraft.Exemption terms = new DecisionDraft.Exemption("Patch rule", "Isolated", null, List.of(), end);
		bean(Decisions.class).decide(bean(Cases.class).require(caseId), new DecisionDraft(treatment, "Because.", end,
				List.of(), List.of(), null, (treatment == Treatment.EXEMPT) ? terms : null), "cio", "models");
	}

	private static void confirm(String caseId) {
		bean(Confirmations.class).confirm(caseId, 1, 1, 1);
		bean(Cases.class).settle(caseId, CaseState.SETTLED);
	}

	private static String compared(@Nullable String riskId) {
		jdbc().sql(
				"insert into asset (asset_id, name, asset_class) values (?, 'Gateway', 'SHARED') on conflict do nothing")
			.param(ASSET)
			.update();
		Cases cases = bean(Cases.class);
		String caseId = cases
			.open(new RaisedRisk("Risk", "Something happens.", Category.DATA, null, "Gain", null, false), "requester");
		if (riskId == null) {
			cases.registerRisk(caseId);
		}
		else {
			cases.referTo(caseId, riskId);
		}
		cases.identifyAsset(caseId, bean(Assets.class).find(ASSET).orElseThrow());
		for (Side side : List.of(Side.IT, Side.SECURITY)) {
			Score score = new Score(3, 3);
			bean(Positions.class).state(caseId, side, new Statement(score, score, "So it is.", null, null, null, null),
					"somebody");
		}
		String rules = TestRules.named(0, 0);
		bean(Comparison.class).compare(caseId, TestRules.appetite(AssetClass.SHARED, rules), RatingCause.POSITIONS,
				rules);
		return caseId;
	}

	/** The latest exemption of a case. */
	private static Exemption exemption(String caseId) {
		return bean(Exemptions.class).ofCase(caseId)
			.stream()
			.max(Comparator.comparing(Exemption::decision))
			.orElseThrow();
	}

	private static String decision(String caseId) {
		return jdbc().sql("select concat_ws(' ', state, ended_because) from decision where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private static String riskOf(String caseId) {
		return Objects.requireNonNull(bean(Cases.class).require(caseId).riskId());
	}

	private static JdbcClient jdbc() {
		return bean(JdbcClient.class);
	}

	private static <T> T bean(Class<T> type) {
		return register.bean(type);
	}

}

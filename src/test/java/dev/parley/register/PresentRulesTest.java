package dev.parley.register;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.parley.identity.Side;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.Outdatings.Outdated;
import dev.parley.register.Outdatings.Outdating;
import dev.parley.register.Position.Statement;
import dev.parley.register.RiskRatings.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * When the rules change, open risks are rated anew, and what rested on the old ones is
 * outdated.
 */
class PresentRulesTest {

	private static final TestClock CLOCK = new TestClock();

	private static RegisterAlone register;

	private int deployments;

	@BeforeAll
	static void begin() {
		register = RegisterAlone.start(CLOCK);
	}

	@AfterAll
	static void end() {
		register.close();
	}

	@Test
	void ratesEachOpenRiskAnewAndTellsWhatItWas() {
		register.rolledBack(() -> {
			String first = deploy(0, 0);
			String moved = risk(new Score(3, 3), new Score(3, 3));
			String closed = risk(new Score(3, 3), new Score(3, 3));
			register.bean(Risks.class).close(closed, "Gone.", "ciso");

			String second = deploy(1, 0);

			assertThat(ratings(moved)).extracting(Rating::cause, Rating::band, Rating::level)
				.containsExactly(tuple(RatingCause.POSITIONS, Band.WITHIN_TOLERANCE, Level.MEDIUM),
						tuple(RatingCause.APPETITE, Band.ABOVE_TOLERANCE, Level.MEDIUM));
			assertThat(register.bean(RiskRatings.class).bandOf(moved)).isEqualTo(Band.ABOVE_TOLERANCE);
			assertThat(register.bean(RiskRatings.class).lastCase(moved))
				.isEqualTo(register.bean(Cases.class).latestOf(moved).map(RiskCase::caseId));
			assertThat(ratings(closed)).hasSize(1);
			assertThat(texts("select models from rules_applied order by number desc limit 2")).containsExactly(second,
					first);
			assertThat(texts("""
					select asset_class || ' ' || concat_ws(',', appetite_before, tolerance_before, capacity_before)
					       || ' ' || concat_ws(',', appetite, tolerance, capacity)
					  from appetite_change where category = 'DATA' and models = '%s' order by 1""".formatted(second)))
				.containsExactly("BUSINESS_UNIT 1,2,3 3,4,4", "SHARED 2,3,4 1,2,3");
		});
	}

	@Test
	void leavesARiskAloneThatNothingChangesFor() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = risk(new Score(3, 3), new Score(3, 3));

			String second = deploy(0, 0);

			assertThat(ratings(risk)).hasSize(1);
			assertThat(texts("select asset_class from appetite_change where models = '%s'".formatted(second)))
				.isEmpty();
		});
	}

	@Test
	void leavesARiskAloneThatNobodyRatedYet() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = String.valueOf(register.bean(Cases.class).require(raise("A-1")).riskId());

			deploy(1, 1);

			assertThat(ratings(risk)).isEmpty();
			assertThat(register.bean(Risks.class).band(risk)).isEmpty();
		});
	}

	@Test
	void doesItOnceForADeployment() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = risk(new Score(3, 3), new Score(3, 3));
			String second = deploy(1, 0);

			register.bean(PresentRules.class).apply(second);

			assertThat(ratings(risk)).hasSize(2);
		});
	}

	@Test
	void keepsARiskAboveToleranceWhoseSecurityPositionIsMissing() {
		register.rolledBack(() -> {
			deploy(1, 0);
			String risk = risk(new Score(1, 1), null);

			deploy(3, 0);

			assertThat(ratings(risk)).extracting(Rating::band)
				.containsExactly(Band.ABOVE_TOLERANCE, Band.ABOVE_TOLERANCE);
		});
	}

	@Test
	void takesTheSideThatIsHigherByTheNewLevels() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = risk(new Score(1, 5), new Score(4, 3));

			deploy(0, 1);

			assertThat(ratings(risk)).extracting(Rating::level, Rating::score)
				.containsExactly(tuple(Level.MEDIUM, new Score(4, 3)), tuple(Level.VERY_HIGH, new Score(1, 5)));
		});
	}

	@Test
	void takesTheLatestPositionsOfTheLatestCase() {
		register.rolledBack(() -> {
			String models = deploy(0, 0);
			String risk = risk(new Score(5, 5), new Score(5, 5));
			String later = open(risk, "A-1");
			compare(later, new Score(1, 1), new Score(4, 4), models);
			state(later, Side.SECURITY, new Score(1, 2));
			compareAgain(later, models);

			deploy(0, 1);

			assertThat(ratings(risk)).extracting(Rating::level)
				.containsExactly(Level.VERY_HIGH, Level.HIGH, Level.VERY_LOW, Level.LOW);
		});
	}

	@Test
	void keepsWhatWasKnownBeforePositionsWereMissing() {
		register.rolledBack(() -> {
			String models = deploy(0, 0);
			String risk = risk(new Score(1, 5), new Score(1, 5));
			String later = open(risk, "A-1");
			register.bean(Positions.class).recordMissing(later, Side.IT);
			register.bean(Positions.class).recordMissing(later, Side.SECURITY);
			compareAgain(later, models);

			deploy(0, 1);

			assertThat(ratings(risk)).extracting(Rating::level)
				.containsExactly(Level.MEDIUM, Level.MEDIUM, Level.VERY_HIGH);
		});
	}

	@Test
	void ratesByTheClassOfTheAsset() {
		register.rolledBack(() -> {
			String models = deploy(0, 0);
			String caseId = raise("A-1");
			jdbc().sql("update asset set asset_class = 'BUSINESS_UNIT' where asset_id = 'A-1'").update();

			compare(caseId, new Score(3, 3), new Score(3, 3), models);

			String risk = String.valueOf(register.bean(Cases.class).require(caseId).riskId());
			assertThat(register.bean(RiskRatings.class).bandOf(risk)).isEqualTo(Band.ABOVE_TOLERANCE);
		});
	}

	@Test
	void takesTheScoreOfSecurityWhereBothSidesAreEqual() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = risk(new Score(2, 4), new Score(4, 2));

			deploy(0, 1);

			assertThat(ratings(risk)).extracting(Rating::level, Rating::score)
				.containsExactly(tuple(Level.MEDIUM, new Score(4, 2)), tuple(Level.HIGH, new Score(4, 2)));
		});
	}

	@Test
	void leavesTheCaseWithTheRulesThatItWasComparedUnder() {
		register.rolledBack(() -> {
			String first = deploy(0, 0);
			deploy(1, 0);
			String caseId = raise("A-1");

			compare(caseId, new Score(3, 3), new Score(3, 3), first);

			String risk = register.bean(Cases.class).require(caseId).riskId();
			assertThat(register.bean(Cases.class).require(caseId).requireAssessment().band())
				.isEqualTo(Band.WITHIN_TOLERANCE);
			assertThat(register.bean(RiskRatings.class).bandOf(String.valueOf(risk))).isEqualTo(Band.ABOVE_TOLERANCE);
		});
	}

	@Test
	void marksAnAcceptanceThatRestedOnTheOldAppetite() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = accepted();

			deploy(1, 0);

			assertThat(outdatings(risk)).extracting(Outdating::cause, Outdating::detail)
				.containsExactly(tuple(OutdatingCause.APPETITE,
						"Appetite, tolerance and capacity are now Very low, Low, Medium; they were Low, Medium, High."));
		});
	}

	@Test
	void hasEachChangeReviewedOnce() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = accepted();
			String caseId = caseOf(risk);
			deploy(1, 0);
			Outdatings outdatings = register.bean(Outdatings.class);
			assertThat(outdatings.withoutReview()).containsExactly(new Outdated(risk, caseId, 1, Treatment.ACCEPT));

			assertThat(outdatings.recordReview(caseId, 1)).isOne();

			assertThat(outdatings.withoutReview()).isEmpty();
			assertThat(outdatings.recordReview(caseId, 1)).isZero();
		});
	}

	@Test
	void hasNothingReviewedThatHasEnded() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = accepted();
			deploy(1, 0);

			register.bean(DecisionsInForce.class)
				.end(register.bean(DecisionsInForce.class).of(risk).orElseThrow(), DecisionEnd.NOT_EFFECTIVE,
						ExemptionState.REVOKED, "It failed.", "ciso");

			assertThat(register.bean(Outdatings.class).withoutReview()).isEmpty();
			assertThat(register.bean(Outdatings.class).recordReview(caseOf(risk), 1)).isZero();
			assertThat(outdatings(risk)).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource({ "ACCEPT, 0", "EXEMPT, 1" })
	void letsAnOpenCaseReviewAnAcceptanceButNoExemption(Treatment treatment, int reviews) {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = decided(caseOf(risk(new Score(3, 3), new Score(3, 3))), treatment);
			deploy(1, 0);

			register.bean(Cases.class).referTo(open(), risk);

			assertThat(register.bean(Outdatings.class).withoutReview()).hasSize(reviews);
		});
	}

	@Test
	void measuresARiskByTheClassThatItsAssetHasNow() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = accepted();
			jdbc().sql("update asset set asset_class = 'BUSINESS_UNIT' where asset_id = 'A-1'").update();

			int fitted = register.bean(PresentRules.class).fitToAssets();
			register.bean(MaterialChanges.class).notice();

			assertThat(fitted).isEqualTo(1);
			assertThat(ratings(risk)).extracting(Rating::cause)
				.containsExactly(RatingCause.POSITIONS, RatingCause.ASSET);
			assertThat(outdatings(risk)).extracting(Outdating::cause)
				.containsExactly(OutdatingCause.APPETITE, OutdatingCause.ASSET_CLASS, OutdatingCause.OWNER);
			assertThat(outdatings(risk)).extracting(Outdating::detail)
				.contains("The asset A-1 is now of class Business unit, no longer Shared.",
						"Risks of the asset A-1 are now decided by the office Risk owner, no longer by CIO.");
		});
	}

	@Test
	void marksAHigherLevelAndANewerScore() {
		register.rolledBack(() -> {
			String models = deploy(0, 0);
			String risk = accepted();
			String caseId = caseOf(risk);

			state(caseId, Side.SECURITY, new Score(5, 5));
			register.bean(Comparison.class)
				.compare(caseId, TestRules.appetite(AssetClass.SHARED, models), RatingCause.RESTATEMENT, models);
			int noticed = register.bean(MaterialChanges.class).noticeOn(risk);

			assertThat(noticed).isEqualTo(2);
			assertThat(register.bean(MaterialChanges.class).noticeOn(risk)).isZero();
			assertThat(outdatings(risk)).extracting(Outdating::detail)
				.containsExactly("The level rose from Medium to Very high.",
						"The risk has a newer score (rating 2: Security position restated).");
		});
	}

	@Test
	void marksNoScoreThatWasKnownWhenItWasAccepted() {
		register.rolledBack(() -> {
			String models = deploy(0, 0);
			String caseId = raise("A-1");
			compare(caseId, new Score(2, 2), new Score(2, 2), models);
			compare(caseId, new Score(3, 3), new Score(3, 3), models);

			String risk = decided(caseId, Treatment.ACCEPT);

			assertThat(register.bean(MaterialChanges.class).noticeOn(risk)).isZero();
		});
	}

	@Test
	void marksNothingWhileNothingChanges() {
		register.rolledBack(() -> {
			deploy(0, 0);
			String risk = accepted();

			deploy(0, 0);
			register.bean(PresentRules.class).fitToAssets();

			assertThat(register.bean(MaterialChanges.class).notice()).isZero();
			assertThat(outdatings(risk)).isEmpty();
		});
	}

	@Test
	void isDoneOnceByTwoNodesAtOnce() {
		deploy(0, 0);
		String risk = risk("A-2", new Score(3, 3), new Score(3, 3));
		String models = name(1, 0);
		PresentRules rules = register.bean(PresentRules.class);

		CompletableFuture<Void> other = register.inTransaction(() -> {
			rules.apply(models);
			CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> rules.apply(models));
			await().until(register::isSomebodyWaiting);
			return waiting;
		});
		other.join();

		assertThat(ratings(risk)).hasSize(2);
	}

	@Test
	void countsOnFromTheScoreThatIsStatedMeanwhile() {
		String models = deploy(0, 0);
		String risk = risk("A-3", new Score(2, 2), new Score(2, 2));
		RiskCase riskCase = register.bean(Cases.class).latestOf(risk).orElseThrow();

		CompletableFuture<Integer> fitted = register.inTransaction(() -> {
			state(riskCase.caseId(), Side.SECURITY, new Score(5, 5));
			register.bean(Comparison.class)
				.compare(riskCase.caseId(), TestRules.appetite(AssetClass.SHARED, models), RatingCause.RESTATEMENT,
						models);
			CompletableFuture<Integer> fitting = CompletableFuture.supplyAsync(() -> {
				jdbc().sql("update asset set asset_class = 'BUSINESS_UNIT' where asset_id = 'A-3'").update();
				return register.bean(PresentRules.class).fitToAssets();
			});
			await().until(() -> jdbc().sql("select exists (select 1 from pg_locks where not granted)")
				.query(Boolean.class)
				.single());
			return fitting;
		});

		assertThat(fitted.join()).isEqualTo(1);
		assertThat(ratings(risk)).extracting(Rating::cause, Rating::level)
			.containsExactly(tuple(RatingCause.POSITIONS, Level.LOW), tuple(RatingCause.RESTATEMENT, Level.VERY_HIGH),
					tuple(RatingCause.ASSET, Level.VERY_HIGH));
	}

	private String deploy(int appetite, int grid) {
		String models = name(appetite, grid);
		register.bean(PresentRules.class).apply(models);
		return models;
	}

	private String name(int appetite, int grid) {
		this.deployments++;
		return "%s %s %d".formatted(TestRules.named(appetite, grid), this, this.deployments);
	}

	private static String risk(Score it, @Nullable Score security) {
		return risk("A-1", it, security);
	}

	private static String risk(String asset, Score it, @Nullable Score security) {
		String caseId = raise(asset);
		compare(caseId, it, security, register.bean(PresentRules.class).models().orElseThrow());
		return String.valueOf(register.bean(Cases.class).require(caseId).riskId());
	}

	private static String raise(String asset) {
		jdbc().sql("insert into asset (asset_id, name, asset_class) values (?, ?, 'SHARED') on conflict do nothing")
			.params(asset, "Gateway " + asset)
			.update();
		Cases cases = register.bean(Cases.class);
		String caseId = open();
		cases.registerRisk(caseId);
		cases.identifyAsset(caseId, register.bean(Assets.class).find(asset).orElseThrow());
		return caseId;
	}

	private static String open() {
		return register.bean(Cases.class)
			.open(new RaisedRisk("Risk", "Something happens.", Category.DATA, null, "Gain", null, false), "requester");
	}

	/** Another case on a risk, once the one before is withdrawn. */
	private static String open(String risk, String asset) {
		register.bean(Withdrawals.class).record(caseOf(risk), "Cancelled.", "requester");
		register.bean(Cases.class).withdraw(caseOf(risk));
		String caseId = open();
		register.bean(Cases.class).referTo(caseId, risk);
		register.bean(Cases.class).identifyAsset(caseId, register.bean(Assets.class).find(asset).orElseThrow());
		return caseId;
	}

	private static void compare(String caseId, Score it, @Nullable Score security, String models) {
		state(caseId, Side.IT, it);
		if (security != null) {
			state(caseId, Side.SECURITY, security);
		}
		else {
			register.bean(Positions.class).recordMissing(caseId, Side.SECURITY);
		}
		compareAgain(caseId, models);
	}

	private static void compareAgain(String caseId, String models) {
		register.bean(Comparison.class)
			.compare(caseId, TestRules.appetite(AssetClass.SHARED, models), RatingCause.POSITIONS, models);
	}

	private static void state(String caseId, Side side, Score score) {
		register.bean(Positions.class)
			.state(caseId, side, new Statement(score, score, "So it is.", null, null, null, null), "somebody");
	}

	private static String accepted() {
		return decided(caseOf(risk(new Score(3, 3), new Score(3, 3))), Treatment.ACCEPT);
	}

	/** Decides a case and confirms that, and tells its risk. */
	private static String decided(String caseId, Treatment treatment) {
		RiskCase riskCase = register.bean(Cases.class).require(caseId);
		LocalDate end = CLOCK.today().plusYears(1);
		Exemption terms = new Exemption("Patch rule", "Isolated", null, List.of(), end);
		register.bean(Decisions.class)
			.decide(riskCase, new DecisionDraft(treatment, "Because.", end, List.of(), List.of(), null,
					(treatment == Treatment.EXEMPT) ? terms : null), "cio", "models");
		register.bean(Confirmations.class).confirm(caseId, 1, 1, 1);
		register.bean(Cases.class).settle(caseId, CaseState.SETTLED);
		return String.valueOf(riskCase.riskId());
	}

	private static String caseOf(String risk) {
		return register.bean(Cases.class).latestOf(risk).orElseThrow().caseId();
	}

	private static List<Rating> ratings(String risk) {
		return register.bean(RiskRatings.class).of(risk);
	}

	private static List<Outdating> outdatings(String risk) {
		return register.bean(Outdatings.class).ofRisk(risk);
	}

	private static List<String> texts(String sql) {
		return jdbc().sql(sql).query(String.class).list();
	}

	private static JdbcClient jdbc() {
		return register.bean(JdbcClient.class);
	}

}

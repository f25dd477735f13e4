package dev.parley.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.decision.CaseWithdrawal;
import dev.parley.register.Cases;
import dev.parley.register.OutdatingCause;
import dev.parley.register.Outdatings;
import dev.parley.register.Outdatings.Outdating;
import dev.parley.submission.Submission;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is outdated is reviewed, once for each change. It has a database of its own, since
 * it changes the class of the asset that other tests use.
 */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "test.database=of its own")
class OutdatedReviewsTest {

	private static final Map<String, Object> TO_UNIT = Map.of("assetClass", "BUSINESS_UNIT", "reason",
			"The plant runs it on its own now.");

	private static final Map<String, Object> TO_SHARED = Map.of("assetClass", "SHARED", "reason", "It came back.");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	ChangeSchedule schedule;

	@Autowired
	AssetClassChange classChange;

	@Autowired
	CaseWithdrawal withdrawal;

	@Autowired
	Cases cases;

	@Autowired
	Outdatings outdatings;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void putTheAssetBack() {
		ClockUtil.reset();
		change("process-owner", TO_SHARED);
		this.jdbc.sql("update asset set asset_class = 'SHARED' where asset_id = ?").param(Stage.SHARED_ASSET).update();
	}

	@Test
	void opensAnotherCaseWhereTheOwnerOfAnAcceptedRiskChanges() {
		String caseId = accepted();

		Answer answer = change("admin", TO_UNIT);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().path("decidingGroup").asText()).isEqualTo("risk-owner");
		assertThat(this.outdatings.ofRisk(riskOf(caseId))).extracting(Outdating::cause)
			.containsExactly(OutdatingCause.ASSET_CLASS, OutdatingCause.OWNER);
		this.schedule.look();
		this.schedule.look();

		assertThat(this.outdatings.ofRisk(riskOf(caseId))).allMatch((outdating) -> outdating.reviewedSince() != null);
		assertThat(opened(riskOf(caseId))).singleElement()
			.asString()
			.startsWith("risk-owner What the acceptance of case %s rests on has changed.".formatted(caseId))
			.contains("is now of class Business unit");
		assertThat(stateOf(caseId)).isEqualTo("IN_FORCE");
	}

	@Test
	void letsAnOpenCaseDecide() {
		String caseId = accepted();
		String other = this.stage.upToDecision(3, 3);

		change("process-owner", TO_UNIT);
		this.schedule.look();

		assertThat(opened(riskOf(other))).isEmpty();
		assertThat(this.jdbc.sql("select deciding_group from risk_case where case_id = ?")
			.param(other)
			.query(String.class)
			.single()).isEqualTo("cio");
		assertThat(opened(riskOf(caseId))).hasSize(1);
	}

	@Test
	void opensTheReviewOfAnExemptionAtOnce() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());

		change("process-owner", TO_UNIT);
		this.schedule.look();
		this.schedule.look();

		assertThat(this.stage.openForms(caseId)).containsExactly("ReviewExemption");
		assertThat(this.jdbc.sql("""
				select r.outdated from exemption_review r join exemption e using (exemption_id) where e.case_id = ?""")
			.param(caseId)
			.query(Boolean.class)
			.list()).containsExactly(true);
		assertThat(opened(riskOf(caseId))).isEmpty();
	}

	@Test
	void opensAnotherCaseForWhatChangesAfterTheLastReviewOfAnExemption() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		ClockUtil.setCurrentTime(Date.from(Instant.now().plus(170, ChronoUnit.DAYS)));
		this.stage.fireTimer(caseId, "CatchEvent_ReviewDue");
		change("process-owner", TO_UNIT);
		this.schedule.look();
		assertThat(opened(riskOf(caseId))).isEmpty();
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Let it be."));
		this.stage.complete("cio", caseId, "ReviewExemption", Stage.answers("outcome", "LET_EXPIRE"));

		this.schedule.look();
		this.schedule.look();

		assertThat(opened(riskOf(caseId))).singleElement()
			.asString()
			.startsWith("risk-owner What the exemption of case %s rests on has changed.".formatted(caseId));
		assertThat(stateOf(caseId)).isEqualTo("IN_FORCE");
	}

	@Test
	void opensAnotherReviewForWhatChangesDuringOne() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		change("process-owner", TO_UNIT);
		this.schedule.look();
		restate(caseId, 3, 4);
		this.schedule.look();
		assertThat(this.stage.openForms(caseId)).containsExactly("ReviewExemption");

		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Let it be."));
		this.stage.complete("cio", caseId, "ReviewExemption", Stage.answers("outcome", "LET_EXPIRE"));
		assertThat(this.stage.openForms(caseId)).isEmpty();
		this.schedule.look();

		assertThat(this.stage.openForms(caseId)).containsExactly("ReviewExemption");
	}

	@Test
	void tellsInEachCaseWhatNoCaseWasOpenedForBefore() {
		String caseId = accepted();
		restate(caseId, 3, 4);
		this.schedule.look();
		String first = this.cases.latestOf(riskOf(caseId)).orElseThrow().caseId();
		this.withdrawal.withdraw(first, new Submission(Map.of("reason", "It stands.")), "cio");

		change("process-owner", TO_UNIT);
		this.schedule.look();

		assertThat(opened(riskOf(caseId))).hasSize(2)
			.satisfiesOnlyOnce((because) -> assertThat(because).contains("newer score"))
			.satisfiesOnlyOnce((because) -> assertThat(because).contains("class Business unit"));
	}

	@Test
	void goesOnWithTheOthersWhenOneCannotBeReviewed() {
		String broken = accepted();
		String other = accepted();
		String third = accepted();
		this.jdbc.sql("update risk_case set asset_id = null where case_id = ?").param(broken).update();

		change("process-owner", TO_UNIT);
		this.schedule.look();

		assertThat(opened(riskOf(broken))).isEmpty();
		assertThat(opened(riskOf(other))).hasSize(1);
		assertThat(opened(riskOf(third))).hasSize(1);
		this.jdbc.sql("update risk_case set asset_id = ? where case_id = ?")
			.params(Stage.SHARED_ASSET, broken)
			.update();
		this.schedule.look();
		assertThat(opened(riskOf(broken))).hasSize(1);
	}

	@Test
	void measuresRisksByTheAppetiteOfTheNewClass() {
		Map<String, Object> raised = Stage.raised();
		raised.put("category", "SAFETY");
		String caseId = this.stage.raise("requester", raised).getBusinessKey();
		this.stage.complete("requester", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(3, 3));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(3, 3));

		change("process-owner", TO_UNIT);

		assertThat(this.jdbc.sql("select band from risk_rating where risk_id = ? order by number")
			.param(riskOf(caseId))
			.query(String.class)
			.list()).containsExactly("ABOVE_TOLERANCE", "WITHIN_TOLERANCE");
	}

	@Test
	void noticesAClassThatWasChangedPastParley() {
		String caseId = accepted();

		this.jdbc.sql("update asset set asset_class = 'BUSINESS_UNIT' where asset_id = ?")
			.param(Stage.SHARED_ASSET)
			.update();
		this.schedule.look();

		assertThat(opened(riskOf(caseId))).hasSize(1);
	}

	@Test
	void noticesARestatementInItsTransaction() {
		String caseId = accepted();

		Answer answer = Caller.of("ciso", this.port)
			.post("/api/v1/risks/%s/positions".formatted(riskOf(caseId)), Stage.securityPosition(5, 5));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		assertThat(answer.json().path("band").asText()).isEqualTo("ABOVE_CAPACITY");
		assertThat(this.outdatings.ofRisk(riskOf(caseId))).extracting(Outdating::cause)
			.containsExactly(OutdatingCause.LEVEL, OutdatingCause.SCORE);
	}

	@Test
	void changesNothingWhereTheAssetIsOfThatClassAlready() {
		Answer answer = change("process-owner", TO_SHARED);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.jdbc
			.sql("select count(*) from asset_change where reason = 'It came back.' and class_before = 'SHARED'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void refusesAChangeThatIsNone() {
		assertThat(change("process-owner", Map.of("assetClass", "PRIVATE", "reason", "So")).status()).isEqualTo(400);
		assertThat(change("process-owner", Map.of("assetClass", "SHARED")).json().path("detail").asText())
			.contains("Reason (reason) is missing");
		assertThat(change("process-owner", Map.of("assetClass", "SHARED", "reason", "So", "owner", "cio")).status())
			.isEqualTo(400);
		assertThat(change("cio", TO_UNIT).status()).isEqualTo(403);
		assertThatThrownBy(() -> this.classChange.change(Stage.SHARED_ASSET, new Submission(TO_UNIT), "cio"))
			.hasMessage("Only process owners and administrators change the class of an asset.");
		assertThat(Caller.of("admin", this.port).send("PATCH", "/api/v1/assets/A-999", TO_UNIT).status())
			.isEqualTo(404);
	}

	@Test
	void showsThatTheAppetiteHasNotChangedSoFar() {
		assertThat(Caller.browserOf("cio", this.port).get("/register/appetite").body())
			.contains("The appetite has not changed so far", "Back to the register");
		assertThat(Caller.browserOf("process-owner", this.port).get("/register/appetite").body())
			.contains("The appetite has not changed so far")
			.doesNotContain("href=\"/register\"");
		assertThat(Caller.browserOf("cio", this.port).get("/register/appetite?before=x").status()).isEqualTo(400);
		assertThat(Caller.browserOf("requester", this.port).get("/register/appetite").status()).isEqualTo(403);
	}

	private String accepted() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private void restate(String caseId, int likelihood, int impact) {
		Answer answer = Caller.of("ciso", this.port)
			.post("/api/v1/risks/%s/positions".formatted(riskOf(caseId)), Stage.securityPosition(likelihood, impact));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
	}

	private Answer change(String user, Map<String, Object> body) {
		return Caller.of(user, this.port).send("PATCH", "/api/v1/assets/" + Stage.SHARED_ASSET, body);
	}

	private List<String> opened(String riskId) {
		return this.jdbc.sql("""
				select deciding_group || ' ' || opened_because from risk_case
				 where risk_id = ? and opened_because is not null""").param(riskId).query(String.class).list();
	}

	private String stateOf(String caseId) {
		return this.jdbc.sql("select state from decision where case_id = ?").param(caseId).query(String.class).single();
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

}

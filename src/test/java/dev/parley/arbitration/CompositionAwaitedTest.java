package dev.parley.arbitration;

import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.identity.Duty;
import dev.parley.register.Acts;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the cases that no committee could be convened for. */
@ParleyTest
class CompositionAwaitedTest {

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Acts acts;

	@Autowired
	Compositions compositions;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void goBackToTheDemo() {
		ClockUtil.reset();
		endorse(DemoComposition.draft());
	}

	@Test
	void goesOnInEachOfThemWhenOneIsEndorsed() {
		String one = withoutAnybodyToPreside();
		String other = withoutAnybodyToPreside();
		assertThat(this.stage.openForms(one)).isEmpty();

		endorse(new CompositionDraft("chair", "member6", DemoComposition.seats()));

		assertThat(List.of(one, other)).allSatisfy((caseId) -> {
			this.stage.goOn(caseId);
			assertThat(this.stage.openForms(caseId)).hasSize(6).containsOnly("CastVote");
			assertThat(this.stage.ballotOf(caseId, "member7")).isNull();
			assertThat(presiding(caseId)).isEqualTo("member6");
		});
	}

	@Test
	void waitsOnWhereThatOneCannotSitEither() {
		String caseId = withoutAnybodyToPreside();

		endorse(DemoComposition.draft());
		this.stage.goOn(caseId);

		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(refusals(caseId)).hasSize(2)
			.allSatisfy((reason) -> assertThat(reason).contains("has nobody to preside on this case",
					"chair (answered a question in the case), member7 (answered a question in the case)"));

		endorse(new CompositionDraft("chair", "member6", DemoComposition.seats()));
		this.stage.goOn(caseId);

		assertThat(this.stage.openForms(caseId)).hasSize(6);
	}

	@Test
	void goesToTheChiefRiskOfficerWhenTimeRunsOutHoweverOftenTheCompositionChanges() {
		String caseId = withoutAnybodyToPreside();
		Date due = overdueAt(caseId);
		ClockUtil.setCurrentTime(new Date(due.getTime() - 1000));
		endorse(DemoComposition.draft());
		this.stage.goOn(caseId);
		assertThat(overdueAt(caseId)).isEqualTo(due);

		this.stage.fireTimer(caseId, "CatchEvent_ConveningOverdue");

		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
		assertThat(this.jdbc.sql("select cause from passing_on where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("NO_COMMITTEE");
	}

	private Date overdueAt(String caseId) {
		return this.management.createJobQuery()
			.processInstanceId(this.stage.instance(caseId, "CommitteeArbitration").getId())
			.activityId("CatchEvent_ConveningOverdue")
			.singleResult()
			.getDuedate();
	}

	@Test
	void waitsOnWhereTheSponsorRefuses() {
		String caseId = withoutAnybodyToPreside();
		Composition proposed = this.compositions
			.propose(new CompositionDraft("chair", "member6", DemoComposition.seats()), "chair");

		this.compositions.refuse(proposed.number(), "Nobody speaks for the plants.", "sponsor");

		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(refusals(caseId)).hasSize(1);
	}

	private String withoutAnybodyToPreside() {
		String caseId = this.stage.upToPleas();
		List.of("chair", "member7").forEach((person) -> this.acts.record(caseId, Duty.ANSWER, person));
		this.stage.plead(caseId);
		return caseId;
	}

	private void endorse(CompositionDraft draft) {
		int number = this.compositions.propose(draft, "chair").number();
		assertThat(Caller.of("sponsor", this.port)
			.post("/api/v1/committee/compositions/" + number + "/endorsement", Map.of("outcome", "ENDORSED"))
			.status()).isEqualTo(200);
	}

	private String presiding(String caseId) {
		return this.jdbc.sql("select presiding from voting_round where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private List<String> refusals(String caseId) {
		return this.jdbc.sql("select reason from convening_refusal where case_id = ? order by number")
			.param(caseId)
			.query(String.class)
			.list();
	}

}

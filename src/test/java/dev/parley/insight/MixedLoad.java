package dev.parley.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Fifteen cases that end in every way there is, with one raised in October. */
final class MixedLoad {

	/** When every open task is overdue. */
	static final Instant END = Instant.parse("2026-12-24T10:00:00Z");

	private static final Instant OCTOBER = Instant.parse("2026-10-05T08:00:00Z");

	private static final Instant NOVEMBER = Instant.parse("2026-11-02T08:00:00Z");

	private static final Instant DECEMBER = Instant.parse("2026-12-01T08:00:00Z");

	/** Half an hour past midnight of 1 November in Brussels. */
	private static final Instant BETWEEN = Instant.parse("2026-10-31T23:30:00Z");

	private final Stage stage;

	private final ManagementService management;

	private final int port;

	MixedLoad(Stage stage, ManagementService management, int port) {
		this.stage = stage;
		this.management = management;
		this.port = port;
	}

	void play() {
		fastLane();
		acceptance();
		dissent();
		revision();
		conflict();
		authority();
		overdue();
		upheld();
		notConfirmed();
		withdrawal();
		missingPosition();
		openTasks();
		at(END);
	}

	/** Settled after two hours. */
	private void fastLane() {
		at(OCTOBER);
		String caseId = this.stage.upToDecision(1, 1);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		assureAfter(2, OCTOBER, caseId, Stage.assured());
	}

	/** Settled after four hours, and a refused answer on the way. */
	private void acceptance() {
		at(NOVEMBER);
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> spoilt = Stage.accept();
		spoilt.remove("rationale");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", spoilt));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.raise("requester", Map.of()));
		this.stage.completeTask("cio", this.stage.task(caseId, "DecideRisk").getId(), Stage.accept());
		assureAfter(4, NOVEMBER, caseId, Stage.assured());
	}

	/** Two questions, and an objection within tolerance; settled after six hours. */
	private void dissent() {
		at(NOVEMBER);
		String caseId = this.stage.upToAnswers(3, 3);
		this.stage.completeFirst("cio", caseId, "AnswerQuestion", Stage.answers("answer", "The night shift."));
		this.stage.completeFirst("cio", caseId, "AnswerQuestion", Stage.answers("answer", "The day shift."));
		this.stage.complete("ciso", caseId, "JudgeAnswers", Stage.answers("outcome", "CONTESTED"));
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		assureAfter(6, NOVEMBER, caseId, Stage.objected());
	}

	/** Revised after an objection, and settled after eight hours. */
	private void revision() {
		at(NOVEMBER);
		String caseId = this.stage.upToAgreement();
		Map<String, Object> revision = Stage.mitigate();
		revision.put("outcome", "REVISE");
		this.stage.complete("cio", caseId, "SeekAgreement", revision);
		assureAfter(8, NOVEMBER, caseId, Stage.assured());
	}

	private void conflict() {
		at(NOVEMBER);
		String caseId = this.stage.upToAgreement();
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
		this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));
	}

	private void authority() {
		at(NOVEMBER);
		for (int score : new int[] { 4, 5 }) {
			String caseId = this.stage.upToDecision(score, score);
			this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
			this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		}
	}

	/** One without a decision in time, whose task stays open, one without an opinion. */
	private void overdue() {
		at(NOVEMBER);
		this.stage.letTimePass(this.stage.upToDecision(4, 4), "DecideRisk");
		at(NOVEMBER);
		this.stage.letTimePass(this.stage.upToAssurance(4, 4), "GiveAssurance");
	}

	/** A conflict: in force by the committee's ruling after ten hours. */
	private void upheld() {
		at(DECEMBER);
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION",
				"UPHOLD_DECISION", "UPHOLD_OBJECTION", "ABSTAIN");
		at(DECEMBER.plus(Duration.ofHours(10)));
		this.stage.acknowledge(caseId);
	}

	/** Refused by the chief risk officer after twenty hours, to be decided once more. */
	private void notConfirmed() {
		at(DECEMBER);
		String caseId = this.stage.upToOfficersRuling();
		this.stage.complete("cro", caseId, "RuleOnReferral",
				Stage.answers("ruling", "UPHOLD_OBJECTION", "reasons", "It cannot be borne."));
		at(DECEMBER.plus(Duration.ofHours(20)));
		this.stage.acknowledge(caseId);
	}

	private void withdrawal() {
		at(NOVEMBER);
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		assertThat(Caller.of("requester", this.port)
			.post("/api/v1/cases/" + caseId + "/withdrawal", Map.of("reason", "The project was cancelled."))
			.status()).isEqualTo(200);
	}

	private void missingPosition() {
		at(NOVEMBER);
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.letTimePass(caseId, "StateSecurityPosition");
	}

	/** A timer of one, in a called process, has failed for good. */
	private void openTasks() {
		at(BETWEEN);
		this.stage.raise();
		at(NOVEMBER);
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String timer = this.management.createJobQuery()
			.processInstanceId(this.stage.instance(caseId, "RiskIntake").getId())
			.list()
			.get(0)
			.getId();
		this.management.setJobRetries(timer, 0);
	}

	private void assureAfter(int hours, Instant start, String caseId, Map<String, Object> assurance) {
		at(start.plus(Duration.ofHours(hours)));
		this.stage.complete("ciso", caseId, "GiveAssurance", assurance);
	}

	private static void at(Instant time) {
		ClockUtil.setCurrentTime(Date.from(time));
	}

}

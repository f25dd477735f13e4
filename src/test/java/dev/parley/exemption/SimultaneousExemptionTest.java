package dev.parley.exemption;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.Command;
import dev.parley.ParleyTest;
import dev.parley.Race;
import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to an exemption at the same moment comes out as if one had been first. */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class SimultaneousExemptionTest {

	private static final int ROUNDS = 6;

	/** How many steps a request needs longer than a timer, until it gets to the case. */
	private static final int REQUEST = 3;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	private ExemptionLife life;

	private Race race;

	@BeforeAll
	void begin(@Autowired BeanFactory beans) {
		this.life = new ExemptionLife(beans);
		this.race = new Race(this.management);
	}

	@AfterAll
	void end() {
		this.race.close();
	}

	@AfterEach
	void leavesNothingThatFailed() {
		ClockUtil.reset();
		assertThat(this.runtime.createIncidentQuery().count()).isZero();
		assertThat(this.management.createJobQuery().noRetriesLeft().count()).isZero();
	}

	@RepeatedTest(ROUNDS)
	void takesOneAttestationOfTwo(RepetitionInfo round) {
		String caseId = asked();
		String task = this.stage.task(caseId, "AttestControls").getId();
		Map<String, Object> missing = Stage.answers("inPlace", false, "remark", "The sensor is broken.");

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - ROUNDS / 2,
				completing("cio", task, Stage.answers("inPlace", true)), completing("cio-deputy", task, missing));

		Race.assertOneWon(outcomes);
		boolean inPlace = outcomes.get(0).isDone();
		assertThat(this.life.attestations(caseId))
			.containsExactly(inPlace ? "1 IN_PLACE cio" : "1 NOT_IN_PLACE cio-deputy");
		assertThat(this.life.cases(caseId)).hasSize(inPlace ? 1 : 2);
	}

	@RepeatedTest(ROUNDS)
	void takesAnAttestationOrFindsItLate(RepetitionInfo round) {
		String caseId = asked();
		String task = this.stage.task(caseId, "AttestControls").getId();
		String deadline = this.life.job(caseId, "BoundaryEvent_AttestationOverdue").getId();

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - REQUEST - ROUNDS / 2,
				completing("cio", task, Stage.answers("inPlace", true)), () -> this.race.passes(deadline));

		Race.assertOneWon(outcomes);
		boolean attested = outcomes.get(0).isDone();
		assertThat(this.life.attestations(caseId)).containsExactly(attested ? "1 IN_PLACE cio" : "1 NOT_GIVEN");
		assertThat(this.life.state(caseId))
			.isEqualTo(attested ? "IN_FORCE EXEMPTION_IN_FORCE" : "SUSPENDED NO_DECISION");
		assertThat(this.life.cases(caseId)).hasSize(attested ? 1 : 2);
	}

	@RepeatedTest(ROUNDS)
	void renewsInACaseOrExpires(RepetitionInfo round) {
		LocalDate last = this.life.in(100);
		String caseId = this.life.confirmed(last);
		this.life.comeTo(caseId, ExemptionLife.REVIEW);
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Replace it."));
		this.life.comeTo(last.plusDays(1), LocalTime.NOON);
		String task = this.stage.task(caseId, "ReviewExemption").getId();
		String end = this.life.job(caseId, ExemptionLife.END).getId();
		Map<String, Object> renew = Stage.answers("outcome", "RENEW", "endsOn", this.life.in(50).toString(),
				"rationale", "Not replaced yet.");

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - REQUEST - ROUNDS / 2,
				completing("cio", task, renew), () -> this.race.passes(end));

		assertThat(outcomes).anyMatch(Outcome::isDone).allMatch((outcome) -> outcome.status() != 500 || endsLater(end));
		if (this.stage.instance(caseId, "Exemption") != null) {
			this.management.executeJob(end);
		}
		assertThat(this.life.state(caseId)).isEqualTo("EXPIRED EXEMPTION_EXPIRED");
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
	}

	@RepeatedTest(ROUNDS)
	void revokesTheEarlierExemptionOrFindsItRenewed(RepetitionInfo round) {
		String caseId = this.life.granted(this.life.in(300));
		String exemptionId = this.life.exemptionId(caseId);
		String renewal = this.life.renew(caseId, 200);
		this.stage.complete("cio", renewal, "DecideRisk", this.life.exempt(this.life.in(200), this.life.in(200)));
		String task = this.stage.task(renewal, "GiveAssurance").getId();

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - ROUNDS / 2,
				completing("ciso", task, Stage.assured()), () -> revocation(exemptionId));

		boolean revoked = outcomes.get(1).isDone();
		assertThat(outcomes.get(0).isDone()).as(outcomes.toString()).isTrue();
		if (!revoked) {
			Race.assertOneWon(outcomes);
		}
		assertThat(this.life.state(caseId)).isEqualTo(revoked ? "REVOKED null" : "RENEWED null");
		assertThat(this.life.decision(caseId)).isEqualTo(revoked ? "ENDED EXEMPTION_ENDED" : "ENDED LATER_DECISION");
		assertThat(this.life.state(renewal)).isEqualTo("IN_FORCE null");
		assertThat(this.stage.instance(caseId, "Exemption")).isNull();
		assertThat(this.stage.instance(renewal, "Exemption")).isNotNull();
		assertThat(this.life.cases(caseId)).containsExactly("requester SETTLED", "system SETTLED");
	}

	/** The job executor tries a timer again that met another change. */
	private boolean endsLater(String job) {
		return this.management.createJobQuery().jobId(job).count() == 1;
	}

	private String asked() {
		String caseId = this.life.confirmed(this.life.in(300));
		this.life.comeTo(caseId, ExemptionLife.ATTESTATION);
		return caseId;
	}

	private Supplier<Outcome> completing(String user, String task, Map<String, Object> answers) {
		Command command = Command.complete(task, answers);
		return () -> this.apis.send(Api.ENGINE_REST, user, command);
	}

	private Outcome revocation(String exemptionId) {
		Answer answer = Caller.of("cro", this.port)
			.post("/api/v1/exemptions/" + exemptionId + "/revocation", Map.of("reason", "It is exploited."));
		return new Outcome(answer.status(), answer.isOk() ? "" : answer.json().path("detail").asText());
	}

}

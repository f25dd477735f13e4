package dev.parley.engine.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.Command;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A task changes hands within its office only, and each time it is counted. */
@ParleyTest
class HandoverTest {

	private static final String NEWCOMER = "newcomer";

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	TableDigests tables;

	@Autowired
	IdentityService identities;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClockAndUsers() {
		ClockUtil.reset();
		this.identities.deleteUser(NEWCOMER);
	}

	@ParameterizedTest
	@EnumSource
	void countsWhatIsHandedToAColleague(Api api) {
		String caseId = claimedByTheCio(api);
		String task = task(caseId);

		done(api, "cio", Command.assign(task, "cio-deputy"));

		assertThat(holder(caseId)).isEqualTo("cio-deputy");
		assertThat(reassignments(caseId)).containsExactly("StateItPosition: cio to cio-deputy by cio");
		done(api, "cio-deputy", Command.submitForm(task, Stage.itPosition(3, 3)));
	}

	@ParameterizedTest
	@EnumSource
	void countsWhatIsHandedToAColleagueBeforeAnybodyClaimedIt(Api api) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		done(api, "cio", Command.assign(task(caseId), "cio-deputy"));

		assertThat(holder(caseId)).isEqualTo("cio-deputy");
		assertThat(reassignments(caseId)).containsExactly("StateItPosition: nobody to cio-deputy by cio");
	}

	@ParameterizedTest
	@EnumSource
	void countsWhatAColleagueTakesOver(Api api) {
		String caseId = claimedByTheCio(api);

		done(api, "cio-deputy", Command.claim(task(caseId), "cio-deputy"));
		done(api, "cio", Command.assign(task(caseId), "cio"));

		assertThat(holder(caseId)).isEqualTo("cio");
		assertThat(reassignments(caseId)).containsExactly("StateItPosition: cio to cio-deputy by cio-deputy",
				"StateItPosition: cio-deputy to cio by cio");
	}

	@ParameterizedTest
	@EnumSource
	void countsWhatAColleagueGivesBack(Api api) {
		String caseId = claimedByTheCio(api);

		done(api, "cio-deputy", Command.giveBack(task(caseId)));
		assertThat(holder(caseId)).isEqualTo("nobody");
		done(api, "cio", Command.claim(task(caseId), "cio"));
		done(api, "cio-deputy", Command.assignToNobody(task(caseId)));

		assertThat(holder(caseId)).isEqualTo("nobody");
		assertThat(reassignments(caseId)).containsExactly("StateItPosition: cio to nobody by cio-deputy",
				"StateItPosition: cio to nobody by cio-deputy");
	}

	@ParameterizedTest
	@EnumSource
	void countsNothingThatOneDoesWithOnesOwnTask(Api api) {
		String caseId = claimedByTheCio(api);
		String task = task(caseId);

		done(api, "cio", Command.giveBack(task));
		done(api, "cio", Command.assign(task, "cio"));
		done(api, "cio", Command.assignToNobody(task));
		done(api, "cio", Command.claim(task, "cio"));

		assertThat(holder(caseId)).isEqualTo("cio");
		assertThat(reassignments(caseId)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void writesNothingWhenTheTaskStaysWithItsHolder(Api api) {
		String caseId = claimedByTheCio(api);
		String task = task(caseId);
		Map<String, String> before = this.tables.now();

		done(api, "cio", Command.claim(task, "cio"));
		done(api, "cio", Command.assign(task, "cio"));
		done(api, "cio-deputy", Command.assign(task, "cio"));

		assertThat(this.tables.now()).isEqualTo(before);
	}

	static Stream<Arguments> outsiders() {
		return Stream.of("ciso", "requester", "risk-owner", "member1", "auditor", "admin")
			.flatMap((user) -> Stream.of(Api.values()).map((api) -> Arguments.of(user, api)));
	}

	@ParameterizedTest(name = "by {0} through {1}")
	@MethodSource("outsiders")
	void refusesWhoeverIsNotOfTheOffice(String outsider, Api api) {
		String task = task(claimedByTheCio(api));

		for (Command command : List.of(Command.claim(task, outsider), Command.assign(task, outsider),
				Command.assign(task, "cio-deputy"), Command.giveBack(task), Command.assignToNobody(task))) {
			refused(api, outsider, command, "The task \"State IT position\" is for cio");
		}
	}

	@ParameterizedTest(name = "to {0} through {1}")
	@MethodSource("outsiders")
	void refusesToHandATaskToSomebodyOutsideTheOffice(String outsider, Api api) {
		String task = task(claimedByTheCio(api));

		refused(api, "cio", Command.assign(task, outsider), "The task cannot pass to " + outsider);
		refused(api, "cio-deputy", Command.assign(task, outsider), "The task cannot pass to " + outsider);
	}

	@ParameterizedTest
	@EnumSource
	void refusesToHandATaskToSomebodyWhoIsNotThere(Api api) {
		String task = task(claimedByTheCio(api));

		refused(api, "cio", Command.assign(task, "nobody-there"), "The task cannot pass to nobody-there");
		refused(api, "cio", Command.assign(task, "cio' or '1'='1"), "The task cannot pass to cio'");
	}

	@ParameterizedTest
	@EnumSource
	void refusesToHandTheDecisionToWhoeverRaisedTheCase(Api api) {
		String caseId = this.stage.raise("cio", Stage.raised()).getBusinessKey();
		this.stage.complete("cio", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		this.stage.complete("cio-deputy", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(1, 1));
		String task = this.stage.task(caseId, "DecideRisk").getId();
		done(api, "cio-deputy", Command.claim(task, "cio-deputy"));

		refused(api, "cio-deputy", Command.assign(task, "cio"), "who raises a case does not decide it");
		refused(api, "cio", Command.claim(task, "cio"), "who raises a case does not decide it");
		refused(api, "cio", Command.assign(task, "cio"), "who raises a case does not decide it");
	}

	@ParameterizedTest
	@EnumSource
	void refusesToHandATaskToSomebodyWhoActedForTheOtherSide(Api api) {
		joins("cio");
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete(NEWCOMER, caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.identities.deleteMembership(NEWCOMER, "cio");
		this.identities.createMembership(NEWCOMER, "ciso");
		String task = this.stage.task(caseId, "StateSecurityPosition").getId();

		refused(api, "ciso", Command.assign(task, NEWCOMER), "nobody acts for both sides");
	}

	@ParameterizedTest
	@EnumSource
	void keepsTheIdentificationWithWhoeverRaisedTheCase(Api api) {
		String task = this.stage.task(this.stage.raise(), "IdentifyAsset").getId();

		refused(api, "requester", Command.giveBack(task), "for you alone");
		refused(api, "requester", Command.assignToNobody(task), "for you alone");
		refused(api, "requester", Command.assign(task, "cio"), "The task cannot pass to cio");
		refused(api, "ciso", Command.claim(task, "ciso"), "is for the person it is assigned to");
		refused(api, "admin", Command.giveBack(task), "is for the person it is assigned to");
	}

	@ParameterizedTest
	@EnumSource
	void offersTheOverdueIdentificationToTheOfficeOfTheCiso(Api api) {
		String caseId = this.stage.raise();
		String task = this.stage.task(caseId, "IdentifyAsset").getId();
		this.stage.letTimePass(caseId, "IdentifyAsset");

		refused(api, "cio", Command.claim(task, "cio"), "is for ciso");
		done(api, "ciso", Command.claim(task, "ciso"));
		assertThat(reassignments(caseId)).isEmpty();
		done(api, "ciso-deputy", Command.claim(task, "ciso-deputy"));
		done(api, "requester", Command.claim(task, "requester"));
		done(api, "requester", Command.giveBack(task));

		assertThat(reassignments(caseId)).containsExactly("IdentifyAsset: ciso to ciso-deputy by ciso-deputy",
				"IdentifyAsset: ciso-deputy to requester by requester");
		done(api, "ciso", Command.submitForm(task, Map.of("assetId", Stage.SHARED_ASSET)));
	}

	private void done(Api api, String user, Command command) {
		Outcome outcome = this.apis.send(api, user, command);
		assertThat(outcome.isDone()).as(command.path() + " by " + user + ": " + outcome).isTrue();
	}

	private void refused(Api api, String user, Command command, String reason) {
		Map<String, String> before = this.tables.now();
		Outcome outcome = this.apis.send(api, user, command);
		assertThat(outcome.status()).as(command.path() + " by " + user + ": " + outcome).isEqualTo(403);
		assertThat(outcome.message()).contains(reason);
		assertThat(this.tables.now()).as(outcome.message()).isEqualTo(before);
	}

	private String claimedByTheCio(Api api) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		done(api, "cio", Command.claim(task(caseId), "cio"));
		return caseId;
	}

	private String task(String caseId) {
		return this.stage.task(caseId, "StateItPosition").getId();
	}

	private String holder(String caseId) {
		String holder = this.stage.task(caseId, "StateItPosition").getAssignee();
		return (holder != null) ? holder : "nobody";
	}

	private List<String> reassignments(String caseId) {
		return this.jdbc.sql("""
				select task || ': ' || coalesce(from_user, 'nobody') || ' to ' || coalesce(to_user, 'nobody')
				       || ' by ' || changed_by
				  from reassignment where case_id = ? order by reassignment_id""")
			.param(caseId)
			.query(String.class)
			.list();
	}

	private void joins(String group) {
		var user = this.identities.newUser(NEWCOMER);
		user.setFirstName("New");
		user.setLastName("Comer");
		user.setPassword("Zx9!newcomer");
		this.identities.saveUser(user);
		this.identities.createMembership(NEWCOMER, group);
	}

}

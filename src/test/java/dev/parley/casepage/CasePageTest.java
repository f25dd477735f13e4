package dev.parley.casepage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Sanction;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who can open the page of a case, and what it says to whom. */
@ParleyTest
class CasePageTest {

	private static final String MARK = "Xq7Zebra";

	private static final List<String> EVERYBODY = List.of("requester", "cio", "cio-deputy", "ciso", "ciso-deputy",
			"risk-owner", "member1", "chair", "cro", "sponsor", "process-owner", "auditor", "admin");

	private static final List<String> READERS = List.of("cio", "cio-deputy", "ciso", "ciso-deputy", "auditor");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	RepositoryService repository;

	@Autowired
	Sanction sanction;

	@Autowired
	JdbcClient jdbc;

	private final Map<String, Caller> browsers = new HashMap<>();

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	static Stream<Arguments> roles() {
		return EVERYBODY.stream()
			.flatMap((user) -> Stream.of(How.values()).map((how) -> Arguments.of(user, how, how.shownTo(user))));
	}

	@ParameterizedTest(name = "{0}, {1}: {2}")
	@MethodSource("roles")
	void opensOnlyToThoseWhoMaySeeTheCase(String user, How how, boolean shown) {
		String caseId = play(how);

		Answer page = get(user, "/cases/" + caseId);
		Answer diagram = get(user, "/cases/" + caseId + "/diagrams/RiskDecision");

		assertThat(page.status()).as(page.toString()).isEqualTo(shown ? 200 : 404);
		assertThat(diagram.status()).isEqualTo(shown ? 200 : 404);
		if (!shown) {
			assertThat(page.body()).doesNotContain(caseId, "Unpatched remote access");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "process-owner", "sponsor", "risk-owner" })
	void answersAsIfThereWereNoSuchCase(String user) {
		String caseId = this.stage.upToDecision(1, 1);

		assertThat(same(get(user, "/cases/" + caseId))).isEqualTo(same(get(user, "/cases/RC-2026-999999")));
		assertThat(same(get(user, "/cases/" + caseId + "/diagrams/RiskIntake")))
			.isEqualTo(same(get(user, "/cases/RC-2026-999999/diagrams/RiskIntake")));
	}

	static Stream<Arguments> onlookers() {
		return Stream.concat(
				Stream.of("requester", "ciso", "ciso-deputy", "risk-owner").map((user) -> Arguments.of("cio", user)),
				Stream.of("requester", "cio", "cio-deputy", "risk-owner").map((user) -> Arguments.of("ciso", user)));
	}

	@ParameterizedTest(name = "stated by {0}, read by {1}")
	@MethodSource("onlookers")
	void isTheSameBeforeAndAfterTheOtherSideHasStatedItsPosition(String author, String reader) {
		String caseId = this.stage.raiseOn(Stage.BUSINESS_UNIT_ASSET);
		String before = same(get(reader, "/cases/" + caseId));

		state(author, caseId);

		assertThat(before).contains("Both sides are asked for their positions");
		assertThat(same(get(reader, "/cases/" + caseId))).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "cio, State IT position, State security position",
			"ciso, State security position, State IT position" })
	void showsBeforeBothAreInTheTaskOfTheOwnSideOnly(String user, String own, String other) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(get(user, "/cases/" + caseId).body()).contains(own).doesNotContain(other);
	}

	@ParameterizedTest
	@CsvSource({ "cio, cio-deputy, stated the IT position", "ciso, ciso-deputy, stated the security position" })
	void showsBeforeBothAreInThatTheOwnSideHasStatedItsPositionButNotWhat(String author, String colleague,
			String sentence) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		state(author, caseId);

		assertThat(get(author, "/cases/" + caseId).body()).contains(sentence).doesNotContain(MARK);
		assertThat(get(colleague, "/cases/" + caseId).body()).contains(sentence).doesNotContain(MARK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso" })
	void showsAuditorsBeforeBothAreInWhoStatedAPositionButNotWhat(String author) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		state(author, caseId);

		assertThat(get("auditor", "/cases/" + caseId).body())
			.contains("(" + author + ") stated the",
					author.equals("cio") ? "State security position" : "State IT position")
			.doesNotContain(MARK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "cio-deputy", "ciso", "ciso-deputy", "risk-owner", "auditor" })
	void showsBothPositionsSideBySideWhenBothAreIn(String user) {
		String caseId = this.stage.raiseOn(Stage.BUSINESS_UNIT_ASSET);
		state("cio", caseId);
		state("ciso", caseId);

		assertThat(get(user, "/cases/" + caseId).body()).contains(MARK + "-cio", MARK + "-ciso",
				"likelihood 2, impact 3", "stated the IT position", "stated the security position",
				"Both sides rate the risk alike");
	}

	@Test
	void showsAPositionThatWasNotStatedInTimeAsMissing() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		state("cio", caseId);

		this.stage.fireTimer(caseId, "BoundaryEvent_SecurityPositionOverdue");

		String page = get("ciso", "/cases/" + caseId).body();
		assertThat(page).contains("Not stated in time", MARK + "-cio");
		assertThat(marked(page, "RiskIntake", "passed"))
			.contains("UserTask_StateItPosition", "BoundaryEvent_SecurityPositionOverdue")
			.doesNotContain("UserTask_StateSecurityPosition");
	}

	@Test
	void showsWhoRaisedItNoWordOfWhatOthersSaid() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		state("cio", caseId);
		state("ciso", caseId);
		Map<String, Object> decision = Stage.mitigate();
		decision
			.replaceAll((key, value) -> key.matches("rationale|(option|action)\\d.*(Benefit|Cost)|(option|action)\\d")
					? MARK + key : value);
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		Map<String, Object> assurance = Stage.assured();
		assurance.put("opinion", MARK);
		this.stage.complete("ciso", caseId, "GiveAssurance", assurance);

		String page = get("requester", "/cases/" + caseId).body();

		assertThat(page)
			.contains("What was decided", "Mitigate", "(cio)", "In force since", "Settled", "Within",
					"An attacker enters through the VPN appliance.", "gave assurance in this case")
			.doesNotContain(MARK, "likelihood", "rate the risk alike", "Who said what", "Informed", "fast lane",
					"Options compared", "Review on");
		assertThat(get("ciso", "/cases/" + caseId).body()).contains(MARK + "rationale", MARK + "option1",
				MARK + "action1", "Options compared", "Review on");
	}

	@Test
	void saysWhereTheCaseStandsWhoIsAskedAndByWhen() {
		String caseId = this.stage.upToDecision(4, 4);
		Task task = this.stage.task(caseId, "DecideRisk");
		this.tasks.setDueDate(task.getId(), Date.from(Instant.parse("2027-03-01T17:00:00Z")));
		assertThat(get("requester", "/cases/" + caseId).body()).contains("Decide risk", "Waits for CIO (office)",
				"Due 1 Mar 2027, 18:00");

		assertThat(Caller.of("cio-deputy", this.port)
			.post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "cio-deputy")))
			.matches(Answer::isOk);

		assertThat(get("requester", "/cases/" + caseId).body()).contains("Claimed by Deputy CIO (cio-deputy)")
			.doesNotContain("/tasks/" + task.getId());
		assertThat(get("cio-deputy", "/cases/" + caseId).body()).contains("/tasks/" + task.getId());
		assertThat(get("cio", "/cases/" + caseId).body()).as("to take it over").contains("/tasks/" + task.getId());
		assertThat(get("ciso", "/cases/" + caseId).body()).doesNotContain("/tasks/" + task.getId());
	}

	@Test
	void marksWhatIsOverdue() {
		String caseId = this.stage.upToDecision(4, 4);
		assertThat(get("cio", "/cases/" + caseId).body()).doesNotContain(">Overdue<");

		ClockUtil.offset(Duration.ofDays(30).toMillis());

		assertThat(get("cio", "/cases/" + caseId).body()).contains(">Overdue<");
	}

	@ParameterizedTest
	@CsvSource({ "IDENTIFY, RiskDecision, CallActivity_RiskIntake", "IDENTIFY, RiskIntake, UserTask_IdentifyAsset",
			"DECIDE, RiskDecision, CallActivity_CioDecision", "DECIDE, CioDecision, UserTask_DecideRisk" })
	void marksTheStepThatTheCaseIsAt(String step, String process, String element) {
		String caseId = step.equals("DECIDE") ? this.stage.upToDecision(1, 1) : this.stage.raise();

		assertThat(marked(get("ciso", "/cases/" + caseId).body(), process, "active")).isEqualTo(element);
	}

	@Test
	void marksWhatTheCaseHasPassed() {
		String page = get("ciso", "/cases/" + this.stage.upToDecision(1, 1)).body();

		assertThat(marked(page, "RiskDecision", "passed").split(" "))
			.contains("StartEvent_RiskRaised", "CallActivity_RiskIntake")
			.doesNotContain("CallActivity_CioDecision");
		assertThat(marked(page, "RiskIntake", "passed")).contains("UserTask_StateItPosition")
			.doesNotContain("RecordMissing");
		assertThat(marked(page, "RiskIntake", "active")).isEmpty();
	}

	@Test
	void offersWhatTheViewerCanDoBesideTheTasks() {
		String caseId = this.stage.upToChallenge(4, 4);
		String withdraw = "/cases/%s/withdrawal".formatted(caseId);

		assertThat(get("requester", "/cases/" + caseId).body()).contains(withdraw);
		assertThat(get("cio", "/cases/" + caseId).body()).contains(withdraw).doesNotContain("/position\"");
		assertThat(get("ciso", "/cases/" + caseId).body()).doesNotContain(withdraw).contains("/position\"");
		assertThat(get("cio", withdraw).body()).contains("does <strong>not</strong> end the risk");
		assertThat(get("ciso", withdraw).status()).isEqualTo(403);
	}

	@Test
	void tellsARequesterWhyTheCaseWasHandedUp() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(get("requester", "/cases/" + caseId).body()).contains("Escalated",
				"Handed up to the steering committee because the decision is beyond the owner&#39;s own right");
		assertThat(get("chair", "/cases/" + caseId).status()).isEqualTo(200);
	}

	@Test
	void showsTheWayOfAnEndedCaseWithoutAMark() {
		String caseId = settled();

		String page = get("auditor", "/cases/" + caseId).body();

		assertThat(page).contains("This case has ended", "In force since", "What was decided is followed up:",
				"Complete action 1", "Waits for CIO (office)", "the CISO&#39;s office verifies their effect",
				"Treatment plan");
		assertThat(marked(page, "TreatmentPlan", "active")).contains("UserTask_CompleteAction");
		for (String process : List.of("RiskDecision", "RiskIntake", "CioDecision")) {
			assertThat(marked(page, process, "active")).isEmpty();
			assertThat(marked(page, process, "passed")).contains("EndEvent_");
			assertThat(get("auditor", "/cases/" + caseId + "/diagrams/" + process).body())
				.contains("<bpmn:definitions");
		}
	}

	@Test
	void letsTheOwnerOfAnActionLookWhatItIsAbout() {
		String caseId = this.stage.upToDecision(1, 1);
		Map<String, Object> decision = Stage.mitigate();
		decision.put("action1Owner", "member3");
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		assertThat(get("member3", "/cases/" + caseId).status()).isEqualTo(404);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		String page = get("member3", "/cases/" + caseId).body();

		assertThat(page).contains("Complete action 1", "An attacker enters through the VPN appliance.")
			.doesNotContain("Exploits are public.", "The appliance is patched every month.");
		assertThat(get("member4", "/cases/" + caseId).status()).isEqualTo(404);
		assertThat(Caller.of("member3", this.port).get("/api/v1/cases/" + caseId).isOk()).isTrue();
		assertThat(Caller.of("member4", this.port).get("/api/v1/cases/" + caseId).status()).isEqualTo(404);
	}

	@Test
	void tellsThatAnExemptionIsSuspendedAndIsInForceAgain() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(200).toString());
		assertThat(get("cio", "/cases/" + caseId).body()).contains("In force since", "Compensating controls")
			.doesNotContain("suspended now");

		this.stage.fireTimer(caseId, "CatchEvent_AttestationDue");
		this.stage.complete("cio", caseId, "AttestControls", Stage.answers("remark", "The sensor is broken."));

		assertThat(get("cio", "/cases/" + caseId).body())
			.contains("suspended now: its compensating controls are not known to be in place", "The sensor is broken.")
			.doesNotContain("In force since");
		assertThat(marked(get("cio", "/cases/" + caseId).body(), "Exemption", "active")).isNotEmpty();
	}

	@Test
	void drawsTheDiagramOfTheVersionThatTheCaseRunsOn() throws IOException {
		String caseId = this.stage.raise();
		String model = Files.readString(Path.of("processes", "RiskIntake.bpmn"));
		String newer = deploy(model.replace("name=\"State IT position\"", "name=\"" + MARK + "\""));
		try {
			Answer diagram = get("cio", "/cases/" + caseId + "/diagrams/RiskIntake");

			assertThat(diagram.body()).isEqualTo(model);
			assertThat(diagram.header("Content-Type")).startsWith("application/xml");
		}
		finally {
			this.repository.deleteDeployment(newer);
		}
	}

	private String deploy(String model) {
		List<String> deployed = new ArrayList<>();
		this.sanction.run(() -> deployed
			.add(this.repository.createDeployment().addString("RiskIntake.bpmn", model).deploy().getId()));
		assertThat(this.repository.createProcessDefinitionQuery()
			.processDefinitionKey("RiskIntake")
			.latestVersion()
			.singleResult()
			.getDeploymentId()).isEqualTo(deployed.get(0));
		return deployed.get(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CioDecision", "Nothing", "RiskAppetite" })
	void drawsNoDiagramOfAProcessThatTheCaseHasNotComeTo(String process) {
		assertThat(get("cio", "/cases/" + this.stage.raise() + "/diagrams/" + process).status()).isEqualTo(404);
	}

	@Test
	void isLinkedFromTheStartPage() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String link = "href=\"/cases/" + caseId + "\"";

		assertThat(get("requester", "/").body()).contains(link);
		this.tasks.setDueDate(this.stage.task(caseId, "StateItPosition").getId(),
				Date.from(Instant.parse("2000-01-01T00:00:00Z")));
		assertThat(get("cio", "/").body()).contains(link);
	}

	@Test
	void showsWhatPeopleWroteAsText() {
		Map<String, Object> raised = Stage.raised();
		raised.put("title", "<b>bold</b>");
		raised.put("scenario", "<script>alert(1)</script> ${7*7}");
		String caseId = this.stage.raise("requester", raised).getBusinessKey();

		assertThat(get("requester", "/cases/" + caseId).body())
			.contains("&lt;b&gt;bold&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}")
			.doesNotContain("<b>bold", "<script>alert");
	}

	private Answer get(String user, String path) {
		return this.browsers.computeIfAbsent(user, (id) -> Caller.browserOf(id, this.port)).get(path);
	}

	private void state(String author, String caseId) {
		boolean it = author.equals("cio");
		Map<String, Object> answers = it ? Stage.itPosition(2, 3) : Stage.securityPosition(2, 3);
		answers.put("reasoning", MARK + "-" + author);
		this.stage.complete(author, caseId, it ? "StateItPosition" : "StateSecurityPosition", answers);
	}

	private String play(How how) {
		return switch (how) {
			case JUST_RAISED -> this.stage.raise();
			case BEFORE_BOTH_POSITIONS -> this.stage.raiseOn(Stage.SHARED_ASSET);
			case AFTER_BOTH_POSITIONS -> this.stage.upToDecision(1, 1);
			case SETTLED -> settled();
			case ESCALATED -> escalated();
			case RAISED_BY_THE_CIO -> this.stage.raise("cio", Stage.raised()).getBusinessKey();
			case OF_A_BUSINESS_UNIT -> this.stage.raiseOn(Stage.BUSINESS_UNIT_ASSET);
		};
	}

	private String settled() {
		String caseId = this.stage.upToDecision(1, 1);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private String escalated() {
		String caseId = this.stage.upToDecision(1, 1);
		this.jdbc.sql("update risk_case set state = 'ESCALATED' where case_id = ?").param(caseId).update();
		return caseId;
	}

	/** A mark of a diagram; empty where there is none. */
	private static String marked(String page, String process, String mark) {
		Matcher diagram = Pattern.compile("id=\"diagram-" + process + "\"([^>]*)").matcher(page);
		assertThat(diagram.find()).as(page).isTrue();
		Matcher ids = Pattern.compile("data-" + mark + "=\"([^\"]*)\"").matcher(diagram.group(1));
		return ids.find() ? ids.group(1) : "";
	}

	/** An answer without what differs between any two. */
	private static String same(Answer answer) {
		return answer.status() + answer.body()
			.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "token")
			.replaceAll("<dd>[^<]*\\d{4}</dd>", "time");
	}

	/** A case, and how far it has come; beside both offices and auditors, who sees it. */
	enum How {

		JUST_RAISED("requester"), BEFORE_BOTH_POSITIONS("requester"), AFTER_BOTH_POSITIONS("requester"),
		SETTLED("requester"), ESCALATED("requester", "member1", "chair", "cro", "sponsor"), RAISED_BY_THE_CIO,
		OF_A_BUSINESS_UNIT("requester", "risk-owner");

		private final List<String> alsoShownTo;

		How(String... alsoShownTo) {
			this.alsoShownTo = List.of(alsoShownTo);
		}

		boolean shownTo(String user) {
			return READERS.contains(user) || this.alsoShownTo.contains(user);
		}

	}

}

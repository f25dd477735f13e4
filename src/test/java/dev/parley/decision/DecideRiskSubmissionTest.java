package dev.parley.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.register.DecisionDraft;
import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.DecisionDraft.Transfer;
import dev.parley.register.Level;
import dev.parley.register.Treatment;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecideRiskSubmissionTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final Map<String, Object> answers = new HashMap<>();

	DecideRiskSubmissionTest() {
		this.answers.put("treatment", "MITIGATE");
		this.answers.put("rationale", "Patching costs less than an outage.");
		this.answers.put("ownership", true);
		this.answers.put("reviewOn", "2027-06-30");
		fillOption(1, "Patch now", 1);
		fillOption(2, "Wait for the next release", 3);
		fillAction(1, "Patch the appliance");
	}

	@Test
	void readsAWholeDecision() {
		DecisionDraft draft = read();

		assertThat(draft).isEqualTo(
				new DecisionDraft(Treatment.MITIGATE, "Patching costs less than an outage.", LocalDate.of(2027, 6, 30),
						List.of(new Option("Patch now", "Its benefit", "Its cost", Level.VERY_LOW),
								new Option("Wait for the next release", "Its benefit", "Its cost", Level.MEDIUM)),
						List.of(new Action("Patch the appliance", "cio", LocalDate.of(2027, 1, 15))), null, null));
	}

	@Test
	void readsTheTermsOfATransfer() {
		transfer();

		DecisionDraft draft = read();

		assertThat(draft.treatment()).isEqualTo(Treatment.TRANSFER);
		assertThat(draft.transfer()).isEqualTo(new Transfer("Insurer", LocalDate.of(2027, 2, 1)));
		assertThat(draft.exemption()).isNull();
	}

	@Test
	void makesTheSigningOfTheContractOneMoreAction() {
		transfer();

		List<Action> actions = read().withContractAction("cio").actions();

		assertThat(actions).containsExactly(new Action("Patch the appliance", "cio", LocalDate.of(2027, 1, 15)),
				new Action("Sign the contract with Insurer", "cio", LocalDate.of(2027, 2, 1)));
	}

	@Test
	void readsTheTermsOfAnExemption() {
		exempt();

		DecisionDraft draft = read();

		assertThat(draft.treatment()).isEqualTo(Treatment.EXEMPT);
		assertThat(draft.exemption()).isEqualTo(
				new Exemption("Patch in 14 days", "Isolated network", null, List.of(), LocalDate.of(2027, 3, 31)));
		assertThat(draft.transfer()).isNull();
	}

	@Test
	void readsWhoOwnsTheControlsAndWhatElseIsCovered() {
		exempt();
		this.answers.put("controlsOwner", " risk-owner ");
		this.answers.put("alsoCovers", " A-001 \r\n\nA-002\nA-001");

		assertThat(read().exemption()).isEqualTo(new Exemption("Patch in 14 days", "Isolated network", "risk-owner",
				List.of("A-001", "A-002"), LocalDate.of(2027, 3, 31)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n" })
	void takesBlankTermsThatMayBeLeftOutAsAbsent(String blank) {
		exempt();
		this.answers.put("controlsOwner", blank);
		this.answers.put("alsoCovers", blank);

		assertThat(read().exemption()).isEqualTo(
				new Exemption("Patch in 14 days", "Isolated network", null, List.of(), LocalDate.of(2027, 3, 31)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "controlsOwner", "alsoCovers" })
	void refusesTermsOfAnExemptionThatMayBeLeftOutForAnotherTreatment(String key) {
		this.answers.put(key, "A-001");

		assertRefused(key + " belongs to the treatment EXEMPT; leave it out for MITIGATE.");
	}

	@Test
	void readsAllGroupsThatTheFormHas() {
		for (int number = 1; number <= 4; number++) {
			fillOption(number, "Option " + number, number);
		}
		for (int number = 1; number <= 5; number++) {
			fillAction(number, "Action " + number);
		}

		DecisionDraft draft = read();

		assertThat(draft.options()).extracting(Option::name)
			.containsExactly("Option 1", "Option 2", "Option 3", "Option 4");
		assertThat(draft.actions()).extracting(Action::action)
			.containsExactly("Action 1", "Action 2", "Action 3", "Action 4", "Action 5");
	}

	@Test
	void refusesAFifthOption() {
		this.answers.put("option5", "One too many");

		assertRefused("This form does not ask for: [option5]. Leave it out.");
	}

	@Test
	void refusesASixthAction() {
		this.answers.put("action6", "One too many");

		assertRefused("This form does not ask for: [action6]. Leave it out.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \r\n" })
	void ignoresAGroupThatIsWhollyBlank(String blank) {
		List.of("option2", "option2Benefit", "option2Cost", "option2Residual", "option4", "option4Residual", "action1",
				"action1Owner", "action1Due", "action5Owner")
			.forEach((key) -> this.answers.put(key, blank));
		this.answers.put("option3", null);

		DecisionDraft draft = read();

		assertThat(draft.options()).extracting(Option::name).containsExactly("Patch now");
		assertThat(draft.actions()).isEmpty();
	}

	@Test
	void leavesNoGapForAGroupThatWasSkipped() {
		this.answers.keySet().removeIf((key) -> key.startsWith("option2"));
		fillOption(4, "Rebuild", 2);

		assertThat(read().options()).extracting(Option::name).containsExactly("Patch now", "Rebuild");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			option1         | Option 1 (option1) is missing.
			option1Benefit  | Option 1, benefit (option1Benefit) is missing.
			option1Cost     | Option 1, cost (option1Cost) is missing.
			option1Residual | Option 1, residual level (option1Residual) is missing.
			action1         | Action 1 (action1) is missing.
			action1Owner    | Action 1, owner (action1Owner) is missing.
			action1Due      | Action 1, due (action1Due) is missing.
			""")
	void refusesAGroupThatIsIncomplete(String key, String message) {
		this.answers.remove(key);

		assertRefused(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "option3", "option3Benefit", "option3Cost", "action2", "action2Owner" })
	void refusesAGroupWithOneKeyOnly(String key) {
		this.answers.put(key, "Alone");

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read)
			.withMessageContaining("is missing.")
			.withMessageNotContaining("(%s)".formatted(key));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 6 })
	void refusesAResidualLevelThatIsNotOnTheScale(int level) {
		this.answers.put("option2Residual", level);

		assertRefused("Option 2, residual level (option2Residual) is %d; it goes from 1 to 5.".formatted(level));
	}

	@ParameterizedTest
	@CsvSource({ "treatment, Treatment", "rationale, Rationale", "reviewOn, Review on" })
	void refusesADecisionWithout(String key, String label) {
		this.answers.remove(key);

		assertRefused("%s (%s) is missing.".formatted(label, key));
	}

	@Test
	void refusesATreatmentInAnotherCase() {
		this.answers.put("treatment", "mitigate");

		assertRefused("Treatment (treatment) must be one of MITIGATE, ACCEPT, TRANSFER, AVOID, EXEMPT,"
				+ " not \"mitigate\".");
	}

	@Test
	void refusesADeciderWhoDoesNotOwnTheRisk() {
		this.answers.put("ownership", false);

		assertRefused("The decider must declare to own the risk (ownership).");
	}

	@Test
	void refusesADeciderWhoLeavesOwnershipOut() {
		this.answers.remove("ownership");

		assertRefused("The decider must declare to own the risk (ownership).");
	}

	@Test
	void refusesOwnershipThatIsNoCheckmark() {
		this.answers.put("ownership", "true");

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read)
			.withMessageStartingWith("I own this risk (ownership) must be true or false, not \"true\".");
	}

	@ParameterizedTest
	@CsvSource({ "reviewOn, Review on", "action1Due, 'Action 1, due'" })
	void refusesADateInThePast(String key, String label) {
		this.answers.put(key, "2026-11-21");

		assertRefused("%s (%s) is 2026-11-21; it cannot be before 2026-11-22.".formatted(label, key));
	}

	@Test
	void refusesAContractInThePast() {
		transfer();
		this.answers.put("contractOn", "2026-11-21");

		assertRefused("Contract on (contractOn) is 2026-11-21; it cannot be before 2026-11-22.");
	}

	@Test
	void refusesAnExemptionThatEndsToday() {
		exempt();
		this.answers.put("endsOn", "2026-11-22");

		assertRefused("Ends on (endsOn) is 2026-11-22; it cannot be before 2026-11-23.");
	}

	@Test
	void acceptsToday() {
		transfer();
		List.of("reviewOn", "action1Due", "contractOn").forEach((key) -> this.answers.put(key, "2026-11-22"));

		assertThat(read().reviewOn()).isEqualTo(TODAY);
	}

	@Test
	void refusesADateMoreThanTenYearsAway() {
		this.answers.put("reviewOn", "2036-11-23");

		assertRefused("Review on (reviewOn) is 2036-11-23, more than ten years away.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRANSFER")
	void refusesTheTermsOfATransferForAnotherTreatment(Treatment treatment) {
		exempt();
		if (treatment != Treatment.EXEMPT) {
			List.of("deviatesFrom", "compensatingControls", "endsOn").forEach(this.answers::remove);
		}
		this.answers.put("treatment", treatment.name());
		this.answers.put("counterparty", "Insurer");
		this.answers.put("contractOn", "2027-02-01");

		assertRefused("counterparty belongs to the treatment TRANSFER; leave it out for %1$s.".formatted(treatment)
				+ " contractOn belongs to the treatment TRANSFER; leave it out for %1$s.".formatted(treatment));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "EXEMPT", "TRANSFER" })
	void refusesTheTermsOfAnExemptionForAnotherTreatment(Treatment treatment) {
		exempt();
		this.answers.put("treatment", treatment.name());

		assertRefused(("deviatesFrom belongs to the treatment EXEMPT; leave it out for %1$s."
				+ " compensatingControls belongs to the treatment EXEMPT; leave it out for %1$s."
				+ " endsOn belongs to the treatment EXEMPT; leave it out for %1$s.")
			.formatted(treatment));
	}

	@Test
	void ignoresBlankTermsOfAnotherTreatment() {
		List.of("counterparty", "contractOn", "deviatesFrom", "compensatingControls", "endsOn")
			.forEach((key) -> this.answers.put(key, " "));

		assertThat(read().transfer()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "counterparty, Counterparty", "contractOn, Contract on" })
	void refusesATransferWithout(String key, String label) {
		transfer();
		this.answers.remove(key);

		assertRefused("%s (%s) is missing.".formatted(label, key));
	}

	@ParameterizedTest
	@CsvSource({ "deviatesFrom, Deviates from", "compensatingControls, Compensating controls", "endsOn, Ends on" })
	void refusesAnExemptionWithout(String key, String label) {
		exempt();
		this.answers.remove(key);

		assertRefused("%s (%s) is missing.".formatted(label, key));
	}

	private DecisionDraft read() {
		Submission submission = new Submission(this.answers);
		DecisionDraft draft = DecideRiskSubmission.read(submission, TODAY);
		submission.close();
		return draft;
	}

	private void transfer() {
		this.answers.put("treatment", "TRANSFER");
		this.answers.put("counterparty", "Insurer");
		this.answers.put("contractOn", "2027-02-01");
	}

	private void exempt() {
		this.answers.put("treatment", "EXEMPT");
		this.answers.put("deviatesFrom", "Patch in 14 days");
		this.answers.put("compensatingControls", "Isolated network");
		this.answers.put("endsOn", "2027-03-31");
	}

	private void fillOption(int number, String name, int residual) {
		this.answers.put("option" + number, name);
		this.answers.put("option" + number + "Benefit", "Its benefit");
		this.answers.put("option" + number + "Cost", "Its cost");
		this.answers.put("option" + number + "Residual", residual);
	}

	private void fillAction(int number, String action) {
		this.answers.put("action" + number, action);
		this.answers.put("action" + number + "Owner", "cio");
		this.answers.put("action" + number + "Due", "2027-01-15");
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}

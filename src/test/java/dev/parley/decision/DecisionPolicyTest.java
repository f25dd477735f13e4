package dev.parley.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.parley.register.Appetite;
import dev.parley.register.Assessment;
import dev.parley.register.Assessment.Levels;
import dev.parley.register.Asset;
import dev.parley.register.AssetClass;
import dev.parley.register.CaseState;
import dev.parley.register.Category;
import dev.parley.register.DecisionDraft;
import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.Level;
import dev.parley.register.RaisedRisk;
import dev.parley.register.RiskCase;
import dev.parley.register.Route;
import dev.parley.register.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionPolicyTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void refusesFewerThanTwoOptionsOutsideTheFastLane(int options) {
		DecisionDraft draft = draft(Treatment.MITIGATE, options, 1);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(Level.HIGH))))
			.containsExactly("Compare two options at least (option1, option2): %d given. Only the fast lane needs none."
				.formatted(options));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4 })
	void allowsTwoOptionsAndMore(int options) {
		DecisionDraft draft = draft(Treatment.MITIGATE, options, 1);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(Level.HIGH)))).isEmpty();
	}

	@Test
	void needsNoOptionsInTheFastLane() {
		DecisionDraft draft = draft(Treatment.ACCEPT, 0, 0);

		assertThat(objectionsTo(draft, riskCase(Route.FAST_LANE, rated(Level.LOW)))).isEmpty();
	}

	@Test
	void needsOptionsWhereNoRouteWasChosen() {
		DecisionDraft draft = draft(Treatment.ACCEPT, 0, 0);

		assertThat(objectionsTo(draft, riskCase(null, rated(Level.LOW)))).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "MITIGATE", "AVOID" })
	void refusesATreatmentThatDoesNothing(Treatment treatment) {
		DecisionDraft draft = draft(treatment, 2, 0);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(Level.MEDIUM))))
			.containsExactly(treatment.label()
					+ " needs one action at least, with an owner and a due date (action1, action1Owner, action1Due).");
	}

	@ParameterizedTest
	@EnumSource(names = { "MITIGATE", "AVOID" })
	void needsAnActionInTheFastLaneToo(Treatment treatment) {
		DecisionDraft draft = draft(treatment, 0, 0);

		assertThat(objectionsTo(draft, riskCase(Route.FAST_LANE, rated(Level.LOW)))).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "MITIGATE", "AVOID" })
	void needsNoActionForOtherTreatments(Treatment treatment) {
		DecisionDraft draft = draft(treatment, 2, 0);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(Level.MEDIUM)))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void refusesATreatmentThatARulingRefused(Treatment treatment) {
		DecisionDraft draft = draft(treatment, 2, 1);
		RiskCase riskCase = riskCase(Route.CHALLENGE, rated(Level.HIGH));

		assertThat(DecisionPolicy.objectionsTo(draft, riskCase, Set.of(treatment))).singleElement()
			.asString()
			.startsWith(treatment.label() + " was refused by the ruling");
		assertThat(DecisionPolicy.objectionsTo(draft, riskCase, EnumSet.complementOf(EnumSet.of(treatment)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ACCEPT, LOW", "ACCEPT, MEDIUM", "EXEMPT, LOW", "EXEMPT, MEDIUM", "EXEMPT, HIGH",
			"EXEMPT, VERY_HIGH" })
	void leavesItToTheTableWhoConfirms(Treatment treatment, Level level) {
		DecisionDraft draft = draft(treatment, 2, 0);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(level)))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "MITIGATE", "TRANSFER", "AVOID" })
	void allowsTheOwnerToTreatARiskAboveCapacity(Treatment treatment) {
		DecisionDraft draft = draft(treatment, 2, 1);

		assertThat(objectionsTo(draft, riskCase(Route.CHALLENGE, rated(Level.VERY_HIGH)))).isEmpty();
	}

	@Test
	void namesEveryObjection() {
		assertThat(objectionsTo(draft(Treatment.AVOID, 1, 0), riskCase(Route.CHALLENGE, rated(Level.VERY_HIGH))))
			.hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Level.class)
	void leavesAnAcceptanceAtAnyLevelToTheTableOfDecisionRights(Level level) {
		assertThat(objectionsTo(draft(Treatment.ACCEPT, 2, 0), riskCase(Route.CHALLENGE, rated(level)))).isEmpty();
	}

	private static DecisionDraft draft(Treatment treatment, int options, int actions) {
		return new DecisionDraft(treatment, "Because", LocalDate.of(2027, 6, 30),
				Collections.nCopies(options, new Option("Patch", "Safe", "Cheap", Level.LOW)),
				Collections.nCopies(actions, new Action("Patch", "cio", LocalDate.of(2027, 1, 15))), null, null);
	}

	private static RiskCase riskCase(Route route, Assessment assessment) {
		RaisedRisk raised = new RaisedRisk("VPN", "An attacker enters", Category.DATA, null, "Work from home", null,
				false);
		Asset asset = new Asset("A-003", "VPN", AssetClass.SHARED, List.of());
		return new RiskCase("RC-2026-0001", "R-2026-0001", CaseState.OPEN, raised, "requester",
				Instant.parse("2026-11-22T08:00:00Z"), asset, "cio", assessment, route, "models", null);
	}

	private static Assessment rated(Level level) {
		return assessment(new Levels(level, level), new Levels(level, level));
	}

	private static Assessment assessment(Levels it, Levels security) {
		return new Assessment(it, security, new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH));
	}

	private static List<String> objectionsTo(DecisionDraft draft, RiskCase riskCase) {
		return DecisionPolicy.objectionsTo(draft, riskCase, Set.of());
	}

}

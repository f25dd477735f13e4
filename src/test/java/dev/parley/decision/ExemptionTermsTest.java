package dev.parley.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.register.Cases;
import dev.parley.register.ExemptionRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the terms of an exemption must be, by the table ExemptionLimits as it is shipped.
 */
@ParleyTest
class ExemptionTermsTest {

	@Autowired
	Stage stage;

	@Autowired
	Cases cases;

	@Autowired
	ExemptionTerms terms;

	@Autowired
	ExemptionRules rules;

	@Autowired
	DecisionIntake intake;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@ParameterizedTest
	@CsvSource({ "1, 1, Very low, 730", "1, 3, Low, 730", "3, 3, Medium, 548", "4, 4, High, 366",
			"5, 5, Very high, 183" })
	void lastsAsLongAsItsLevelAllows(int likelihood, int impact, String level, int longest) {
		String riskId = this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(this.stage.upToDecision(likelihood, impact))
			.query(String.class)
			.single();
		LocalDate latest = LocalDate.now(this.clock).plusDays(longest);

		assertThat(this.rules.objectionTo(riskId, latest)).isEmpty();
		assertThat(this.rules.objectionTo(riskId, latest.plusDays(1)))
			.hasValue("Ends on (endsOn) is %s; at the level %s the last day is %s at the latest."
				.formatted(latest.plusDays(1), level, latest));
		assertThat(this.rules.sentence(riskId))
			.isEqualTo("At the level %s an exemption may last until %s at the latest.".formatted(level, latest));
	}

	@Test
	void goesByTheStrictestRowWhereNobodyRatedTheRisk() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		LocalDate latest = LocalDate.now(this.clock).plusDays(183);

		assertThat(this.terms.sentence(this.cases.require(caseId))).isEqualTo(
				"At the level that nobody rated an exemption may last until %s at the latest.".formatted(latest));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					controlsOwner | nobody | There is no user and no office "nobody" to own the controls (controlsOwner). Choose one of the list.
					controlsOwner | ciso | The CISO's office verifies the controls, so "ciso" cannot own them (controlsOwner).
					controlsOwner | ciso-deputy | The CISO's office verifies the controls, so "ciso-deputy" cannot own them (controlsOwner).
					alsoCovers | A-999 | There is no asset "A-999" (alsoCovers). Name ids of assets, one per line.
					alsoCovers | A-009 | Risks of the asset A-009 (alsoCovers) are decided by risk-owner, not by cio.
					""")
	void refusesTermsThatNobodyCouldKeep(String key, String value, String words) {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> answers = exempt();
		answers.put(key, value);

		assertThatThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", answers)).hasMessageContaining(words);

		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	@Test
	void offersNobodyWhoVerifiesTheControlsAsTheirOwner() {
		Map<String, @Nullable Object> shown = new HashMap<>();

		this.intake.putChoicesInto(shown, this.stage.raiseOn(Stage.SHARED_ASSET));

		assertThat(values(shown.get("controlsOwners"))).contains("cio", "cio-deputy", "risk-owner")
			.doesNotContain("ciso");
		assertThat(values(shown.get("owners"))).contains("ciso");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DecideRisk", "SeekAgreement" })
	void offersThemWhereAnExemptionIsDecided(String form) throws IOException {
		JsonNode components = new ObjectMapper().readTree(Files.readString(Path.of("forms", form + ".form")));

		assertThat(components.findParents("valuesExpression"))
			.filteredOn((field) -> field.path("key").asText().equals("controlsOwner"))
			.extracting((field) -> field.path("valuesExpression").asText())
			.containsExactly("=caseSoFar.controlsOwners");
	}

	@Test
	void keepsWhoOwnsTheControlsAndEveryAssetThatIsCovered() {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> answers = exempt();
		answers.put("controlsOwner", "cio-deputy");
		answers.put("alsoCovers", "A-001\nA-003");

		this.stage.complete("cio", caseId, "DecideRisk", answers);

		assertThat(this.jdbc.sql("""
				select controls_owner || ' ' || string_agg(asset_id, ' ' order by asset_id)
				  from exemption join exemption_asset using (exemption_id) where case_id = ? group by controls_owner""")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("cio-deputy A-001 A-003");
	}

	@Test
	void givesTheControlsToTheOfficeThatDecidesWhereNobodyElseIsNamed() {
		String caseId = this.stage.upToDecision(3, 3);

		this.stage.complete("cio", caseId, "DecideRisk", exempt());

		assertThat(this.jdbc.sql("select controls_owner from exemption where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("cio");
	}

	private static List<Object> values(@Nullable Object choices) {
		return ((List<?>) Objects.requireNonNull(choices)).stream()
			.map((choice) -> (Object) ((Map<?, ?>) choice).get("value"))
			.toList();
	}

	private Map<String, Object> exempt() {
		return Stage.exempt(LocalDate.now(this.clock).plusDays(100).toString());
	}

}

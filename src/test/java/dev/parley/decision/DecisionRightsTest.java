package dev.parley.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The table DecisionRights as it is shipped. */
class DecisionRightsTest {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WITHIN_APPETITE  | WITHIN_APPETITE  | ACCEPT   | false | true  | NONE      |
			WITHIN_TOLERANCE | WITHIN_TOLERANCE | EXEMPT   | false | true  | NONE      |
			WITHIN_TOLERANCE | WITHIN_TOLERANCE | ACCEPT   | true  | true  | NONE      |
			WITHIN_TOLERANCE | WITHIN_TOLERANCE | MITIGATE | false | false | COMMITTEE | OVERDUE
			ABOVE_TOLERANCE  | ABOVE_TOLERANCE  | ACCEPT   | false | true  | COMMITTEE | AUTHORITY
			ABOVE_TOLERANCE  | ABOVE_TOLERANCE  | EXEMPT   | false | true  | COMMITTEE | AUTHORITY
			ABOVE_TOLERANCE  | ABOVE_TOLERANCE  | ACCEPT   | true  | true  | COMMITTEE | CONFLICT
			WITHIN_APPETITE  | ABOVE_TOLERANCE  | MITIGATE | true  | true  | COMMITTEE | CONFLICT
			WITHIN_APPETITE  | ABOVE_TOLERANCE  | MITIGATE | false | true  | NONE      |
			ABOVE_TOLERANCE  | ABOVE_CAPACITY   | TRANSFER | false | true  | NONE      |
			ABOVE_CAPACITY   | ABOVE_CAPACITY   | AVOID    | true  | true  | COMMITTEE | CONFLICT
			ABOVE_CAPACITY   | ABOVE_CAPACITY   | ACCEPT   | false | true  | CRO       | AUTHORITY
			ABOVE_CAPACITY   | ABOVE_CAPACITY   | EXEMPT   | true  | true  | CRO       | CONFLICT
			ABOVE_CAPACITY   | ABOVE_CAPACITY   | ACCEPT   | false | false | CRO       | OVERDUE
			ABOVE_TOLERANCE  | ABOVE_TOLERANCE  | ACCEPT   | false | false | COMMITTEE | OVERDUE
			""")
	void saysWhoseConfirmationPutsADecisionInForce(String routingBand, String band, String treatment,
			boolean objectionStands, boolean assuranceGiven, String confirmation, String reason) throws IOException {
		Map<String, Object> result = evaluate(Map.of("routingBand", routingBand, "band", band, "treatment", treatment,
				"objectionStands", objectionStands, "assuranceGiven", assuranceGiven));

		assertThat(result).containsEntry("confirmation", confirmation);
		assertThat(result.get("reason")).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WITHIN_APPETITE  | EXEMPT   | 2 | NONE      |
			WITHIN_APPETITE  | EXEMPT   | 3 | COMMITTEE | AUTHORITY
			WITHIN_TOLERANCE | EXEMPT   | 0 | NONE      |
			WITHIN_TOLERANCE | EXEMPT   | 4 | COMMITTEE | AUTHORITY
			WITHIN_TOLERANCE | ACCEPT   | 3 | NONE      |
			ABOVE_CAPACITY   | EXEMPT   | 3 | CRO       | AUTHORITY
			""")
	void asksTheCommitteeForTheThirdRenewalWhereverTheLevelLies(String band, String treatment, int renewal,
			String confirmation, String reason) throws IOException {
		Map<String, Object> result = evaluate(Map.of("routingBand", band, "band", band, "treatment", treatment,
				"objectionStands", false, "assuranceGiven", true, "renewal", renewal));

		assertThat(result).containsEntry("confirmation", confirmation);
		assertThat(result.get("reason")).isEqualTo(reason);
	}

	private static Map<String, Object> evaluate(Map<String, Object> inputs) throws IOException {
		try (InputStream table = Files.newInputStream(Path.of("processes", "DecisionRights.dmn"))) {
			DmnDecision decision = ENGINE.parseDecision("DecisionRights", table);
			DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(decision, inputs);
			return result.getSingleResult().getEntryMap();
		}
	}

}

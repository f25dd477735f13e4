package dev.parley.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the keys of the forms, which integrations rely on. */
class FormKeysTest {

	private static final Path FORMS = Path.of("forms");

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final List<String> DECISION = Stream
		.of(Stream.of("treatment", "rationale", "ownership", "reviewOn", "counterparty", "contractOn", "deviatesFrom",
				"compensatingControls", "controlsOwner", "alsoCovers", "endsOn"),
				groups("option", 4, "", "Benefit", "Cost", "Residual"), groups("action", 5, "", "Owner", "Due"))
		.flatMap((keys) -> keys)
		.toList();

	private static final Map<String, Set<String>> KEYS = Map.ofEntries(
			form("RaiseRisk", "title", "scenario", "category", "initiative", "benefit", "neededBy",
					"initiativeStarted"),
			form("IdentifyAsset", "assetId"),
			form("StateItPosition", "likelihood", "impact", "residualLikelihood", "residualImpact", "reasoning",
					"costOfDelay"),
			form("StateSecurityPosition", "likelihood", "impact", "residualLikelihood", "residualImpact", "reasoning",
					"threat", "evidence"),
			form("RaiseChallenge", "questions", "examined", "recommendedTreatment", "conditions"),
			form("AnswerQuestion", "answer", "evidenceLink"),
			form("JudgeAnswers", "satisfied", "furtherQuestions", "outcome"),
			Map.entry("DecideRisk", Set.copyOf(DECISION)),
			form("GiveAssurance", "informed", "defensible", "opinion", "outcome"),
			Map.entry("SeekAgreement",
					Stream.concat(Stream.of("outcome"), DECISION.stream()).collect(Collectors.toSet())),
			form("PleadCase", "plea", "wouldAccept", "links"),
			form("CastVote", "conflict", "recusalReason", "vote", "conditions", "comment"),
			form("RuleOnReferral", "ruling", "conditions", "reasons"),
			form("AcknowledgeRuling", "remark", "appeal", "grounds"),
			form("CompleteAction", "done", "evidenceLink", "remark"),
			form("VerifyTreatment", "outcome", "likelihood", "impact", "reasoning"),
			form("AttestControls", "inPlace", "evidenceLink", "remark"),
			form("VerifyAttestation", "outcome", "reasoning"),
			form("ReviewExemption", "advice", "outcome", "endsOn", "rationale"));

	static Stream<String> forms() throws IOException {
		try (Stream<Path> files = Files.list(FORMS)) {
			return files.map((file) -> file.getFileName().toString().replace(".form", "")).sorted().toList().stream();
		}
	}

	@Test
	void knowsEveryForm() throws IOException {
		assertThat(forms()).containsExactlyElementsOf(new TreeSet<>(KEYS.keySet()));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void asksForTheKeysThatAreAgreed(String form) throws IOException {
		List<String> keys = fields(form).stream().map((field) -> field.path("key").asText()).toList();

		assertThat(keys).containsExactlyInAnyOrderElementsOf(KEYS.get(form));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void namesEachFieldAfterItsKeyAndEachComponentOnce(String form) throws IOException {
		assertThat(fields(form)).allSatisfy(
				(field) -> assertThat(field.path("id").asText()).isEqualTo("Field_" + field.path("key").asText()));
		assertThat(components(form).map((shown) -> shown.component().path("id").asText())).doesNotHaveDuplicates();
	}

	/** The browser keeps the error of a field that is hidden again. */
	@ParameterizedTest
	@MethodSource("forms")
	void leavesTheJudgementOfFieldsThatMayBeHiddenToTheServer(String form) throws IOException {
		assertThat(components(form).filter(Shown::mayBeHidden)).noneMatch((shown) -> shown.component().has("validate"));
	}

	private static List<JsonNode> fields(String form) throws IOException {
		return components(form).map(Shown::component).filter((component) -> component.has("key")).toList();
	}

	private static Stream<Shown> components(String form) throws IOException {
		List<Shown> found = new ArrayList<>();
		collect(JSON.readTree(FORMS.resolve(form + ".form").toFile()), false, found);
		return found.stream();
	}

	private static void collect(JsonNode parent, boolean hidden, List<Shown> found) {
		for (JsonNode component : parent.path("components")) {
			boolean mayBeHidden = hidden || component.has("conditional");
			found.add(new Shown(component, mayBeHidden));
			collect(component, mayBeHidden, found);
		}
	}

	private static Stream<String> groups(String name, int count, String... suffixes) {
		return IntStream.rangeClosed(1, count)
			.boxed()
			.flatMap((number) -> Stream.of(suffixes).map((suffix) -> name + number + suffix));
	}

	private static Map.Entry<String, Set<String>> form(String name, String... keys) {
		return Map.entry(name, Set.of(keys));
	}

	private record Shown(JsonNode component, boolean mayBeHidden) {
	}

}

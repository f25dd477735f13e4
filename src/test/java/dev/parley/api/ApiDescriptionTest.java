package dev.parley.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.identity.ApiRoute;
import dev.parley.identity.PeopleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** What is described can be called, by the table of routes, and nothing else. */
@ParleyTest
class ApiDescriptionTest {

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping handlers;

	@Test
	void describesEveryRouteThatAHandlerAnswersAndNoOther() {
		Set<String> routes = Arrays.stream(ApiRoute.values())
			.map((route) -> route.method() + " " + route.path())
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(handled()).isEqualTo(routes);
		assertThat(described()).isEqualTo(routes);
	}

	@Test
	void describesBodyAndRefusalsOfEachCall() {
		JsonNode description = description();

		operations(description).forEach((operation) -> {
			String id = operation.path("operationId").asText();
			JsonNode answers = operation.path("responses");
			assertThat(answers.at("/200/content/application~1json/schema/$ref").asText()
					+ answers.at("/201/content/application~1json/schema/$ref").asText())
				.as(id)
				.startsWith("#/components/schemas/");
			assertThat(List.of("401", "403", "406")).as(id)
				.allSatisfy((status) -> assertThat(
						answers.at("/" + status + "/content/application~1problem+json/schema/$ref").asText())
					.isEqualTo("#/components/schemas/Problem"));
			assertThat(operation.path("summary").asText()).as(id).isNotBlank();
			assertThat(operation.path("description").asText()).as(id).contains("Open to these offices: ");
			if (!ApiRoute.valueOf(id).method().name().equals("GET")) {
				assertThat(keys(operation.at("/requestBody/content"))).as(id).contains("application/json");
				assertThat(answers.has("409") && answers.has("413") && answers.has("415")).as(id).isTrue();
			}
		});
		assertThat(description.path("components").path("securitySchemes").properties()).hasSize(2);
		assertThat(description.path("security")).hasSize(2);
	}

	@Test
	void describesEachWayToSendACatalog() {
		assertThat(keys(description().at("/paths/~1api~1v1~1imports~1kev/post/requestBody/content")))
			.containsExactly("application/json", "application/octet-stream", "multipart/form-data", "text/csv");
	}

	@Test
	void pointsToNothingThatIsMissing() {
		JsonNode description = description();

		Set<String> references = Pattern.compile("\"#(/[^\"]+)\"")
			.matcher(description.toString())
			.results()
			.map((reference) -> reference.group(1))
			.collect(Collectors.toSet());

		assertThat(references).hasSizeGreaterThan(10)
			.allSatisfy((reference) -> assertThat(description.at(reference).isMissingNode()).as(reference).isFalse());
	}

	@Test
	void saysWhatMayBeNull() {
		JsonNode risk = description().at("/components/schemas/RiskOverview/properties");

		assertThat(risk.path("title").path("type").asText()).isEqualTo("string");
		assertThat(risk.path("assetId").path("type").toString()).isEqualTo("[\"string\",\"null\"]");
		assertThat(risk.path("band").path("enum").toString()).endsWith("\"ABOVE_CAPACITY\",null]");
		assertThat(risk.at("/decision/anyOf").toString())
			.isEqualTo("[{\"$ref\":\"#/components/schemas/DecisionBody\"},{\"type\":\"null\"}]");
	}

	@ParameterizedTest
	@CsvSource({ "RaiseRisk, requester, /api/v1/risks", "Reason, requester, /api/v1/cases/{caseId}/withdrawal",
			"Reason, ciso, /api/v1/risks/{closable}/closure",
			"Revocation, cro, /api/v1/exemptions/{exempted}/revocation",
			"SecurityPosition, ciso, /api/v1/risks/{riskId}/positions" })
	void describesTheKeysThatACallTakesAndThoseItNeeds(String schema, String user, String path) {
		String caseId = this.stage.upToChallenge(3, 3);
		String address = path.replace("{caseId}", caseId)
			.replace("{riskId}", riskOf(caseId))
			.replace("{closable}", riskOf(withdrawn()))
			.replace("{exempted}", exempted());
		JsonNode described = description().at("/components/schemas/" + schema);
		Map<String, Object> blank = new HashMap<>();
		described.path("properties").fieldNames().forEachRemaining((key) -> blank.put(key, null));
		blank.put("bogus", null);

		String fault = Caller.of(user, this.port).post(address, blank).json().path("detail").asText();

		assertThat(fault).contains("does not ask for: [bogus]");
		Set<String> missing = Stream.of(fault.split("\\("))
			.filter((part) -> part.contains(") is missing"))
			.map((part) -> part.substring(0, part.indexOf(')')))
			.collect(Collectors.toSet());
		assertThat(texts(described.path("required"))).isEqualTo(missing);
	}

	@ParameterizedTest
	@CsvSource({ "RiskOverview, /api/v1/risks/{riskId}", "CaseOverview, /api/v1/cases/{caseId}",
			"ListedAssetBody, /api/v1/assets", "ListedRiskOverview, /api/v1/risks",
			"ListedPastRuling, /api/v1/rulings" })
	void describesEachKeyThatIsAnswered(String schema, String path) {
		String caseId = this.stage.raise();
		String address = path.replace("{caseId}", caseId).replace("{riskId}", riskOf(caseId));

		Set<String> answered = keys(Caller.of("cio", this.port).get(address).json());

		assertThat(keys(description().at("/components/schemas/" + schema + "/properties"))).isEqualTo(answered);
	}

	@Test
	void describesTheWaysOfSigningInThatThereAre() {
		assertThat(keys(description().at("/components/securitySchemes"))).containsExactlyInAnyOrder("basic", "session");
		assertThat(new ApiDescription().openApi(new PeopleSource("Example Corp", false))
			.getComponents()
			.getSecuritySchemes()).containsOnlyKeys("session");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config",
			"/swagger-ui/index.html", "/swagger-ui.html", "/swagger-ui", "/webjars/swagger-ui/swagger-ui-bundle.js" })
	void showsNothingToNobody(String path) {
		Answer answer = Caller.nobody(this.port).get(path);

		assertThat(answer.status()).as(answer.toString()).isIn(302, 401);
		assertThat(answer.body()).doesNotContain("/api/v1");
	}

	@Test
	void showsThePageWithTheSessionsTokenAndNoScriptInIt() {
		Caller browser = Caller.browserOf("cio", this.port);

		Answer page = browser.get("/swagger-ui/index.html");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("data-token=\"").doesNotContain("<script>", "style=");
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'").doesNotContain("unsafe");
		assertThat(sources(page.body())).hasSizeGreaterThan(5)
			.allSatisfy((source) -> assertThat(browser.get(source).status()).as(source).isEqualTo(200));
	}

	/** An exemption that is in force. */
	private String exempted() {
		return this.jdbc.sql("select exemption_id from exemption where case_id = ?")
			.param(this.stage.upToExemption(LocalDate.now().plusDays(100).toString()))
			.query(String.class)
			.single();
	}

	private static List<String> sources(String page) {
		return Pattern.compile("(?:src|<link[^>]* href)=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((source) -> source.group(1))
			.toList();
	}

	private Set<String> handled() {
		return this.handlers.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(ApiDescriptionTest::calls)
			.filter((call) -> call.contains(" /api"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> calls(RequestMappingInfo mapping) {
		Set<String> methods = mapping.getMethodsCondition().getMethods().isEmpty() ? Set.of("ANY")
				: mapping.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
		return mapping.getPatternValues()
			.stream()
			.flatMap((path) -> methods.stream().map((method) -> method + " " + path));
	}

	private Set<String> described() {
		Set<String> described = new TreeSet<>();
		description().path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.fieldNames()
				.forEachRemaining((method) -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
		return described;
	}

	private static Stream<JsonNode> operations(JsonNode description) {
		return StreamSupport.stream(description.path("paths").spliterator(), false)
			.flatMap((path) -> StreamSupport.stream(path.spliterator(), false));
	}

	private JsonNode description() {
		return Caller.of("cio", this.port).get("/v3/api-docs").json();
	}

	private static Set<String> keys(JsonNode node) {
		Set<String> keys = new TreeSet<>();
		node.fieldNames().forEachRemaining(keys::add);
		return keys;
	}

	private static Set<String> texts(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
	}

	private String withdrawn() {
		String caseId = this.stage.raise();
		Caller.of("requester", this.port)
			.post("/api/v1/cases/" + caseId + "/withdrawal", Map.of("reason", "The project was cancelled."));
		return caseId;
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

}

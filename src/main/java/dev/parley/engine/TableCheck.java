package dev.parley.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.register.Level;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Refuses decision tables whose results Parley would not understand: a column or a row
 * that is missing, a value that nobody knows. Otherwise a case would find out.
 */
@Component
class TableCheck {

	private static final Pattern FORM = Pattern.compile("forms/(\\w+)\\.form");

	private static final String START_FORM = "RaiseRisk";

	private static final String LEVEL = "[1-5]";

	private static final String SERVICE_LEVELS = "ServiceLevels";

	private static final String COMMITTEE_RULES = "CommitteeRules";

	private static final String EXEMPTION_LIMITS = "ExemptionLimits";

	private static final String MEMBERS = "[1-9]\\d?";

	private static final String DAYS = "[1-9]\\d{0,3}";

	private static final Map<String, Map<String, String>> RESULTS = Map.of("RiskLevel", Map.of("level", LEVEL),
			"RiskAppetite", Map.of("appetite", LEVEL, "tolerance", LEVEL, "capacity", LEVEL), "CaseRoute",
			Map.of("route", "\"(FAST_LANE|CHALLENGE)\""), "DecisionRights",
			Map.of("confirmation", "\"(NONE|COMMITTEE|CRO)\"", "reason", "|\"(CONFLICT|AUTHORITY|OVERDUE)\""),
			COMMITTEE_RULES,
			Map.ofEntries(Map.entry("quorumToMeet", MEMBERS), Map.entry("quorumToVote", MEMBERS),
					Map.entry("majority", "\"(SIMPLE|TWO_THIRDS)\""),
					Map.entry("abstentions", "\"(NOT_COUNTED|AGAINST)\""), Map.entry("tie", "\"(CRO|NOT_CONFIRMED)\""),
					Map.entry("calls", "[12]")),
			"VoteTally", Map.of("tally", "\"(RULING|NOT_CONFIRMED|SECOND_CALL|REFER_TO_CRO)\""), EXEMPTION_LIMITS,
			Map.of("longest", DAYS, "attestation", DAYS, "review", DAYS, "renewals", "\\d{1,2}", "factor",
					"1|0?\\.\\d*[1-9]\\d*"));

	private static final Set<String> COMMITTEE_STEPS = Set.of("PleadCase", "ConveneCommittee", "CastVote",
			"RuleOnReferral", "AcknowledgeRuling");

	private static final String BUSINESS_DAYS = "[1-9]\\d{0,2}|1000";

	/**
	 * Checks all decision tables.
	 * @throws ModelRefusal naming each fault
	 */
	void check(Map<String, byte[]> models) {
		List<String> faults = new ArrayList<>();
		RESULTS.forEach((table, results) -> check(models, table, results, faults));
		check(models, SERVICE_LEVELS, serviceLevels(models.keySet()), faults);
		check(models, COMMITTEE_RULES, deadlines(COMMITTEE_STEPS.stream()), faults);
		checkLevels(models, SERVICE_LEVELS, faults);
		checkLevels(models, COMMITTEE_RULES, faults);
		checkLevels(models, EXEMPTION_LIMITS, faults);
		if (faults.isEmpty()) {
			TableAnswers.check(models, faults);
		}
		if (!faults.isEmpty()) {
			throw new ModelRefusal(String.join(" ", faults));
		}
	}

	/** A deadline for each user task's form, and the rounds of questions. */
	private static Map<String, String> serviceLevels(Set<String> files) {
		return deadlines(Stream
			.concat(files.stream().map(FORM::matcher).filter((form) -> form.matches()).map((form) -> form.group(1)),
					Stream.of("ChallengeRounds"))
			.filter((form) -> !form.equals(START_FORM) && !COMMITTEE_STEPS.contains(form)));
	}

	private static Map<String, String> deadlines(Stream<String> columns) {
		return columns.collect(Collectors.toMap((column) -> column, (column) -> BUSINESS_DAYS));
	}

	private static void check(Map<String, byte[]> models, String name, Map<String, String> results,
			List<String> faults) {
		tables(models, name).forEach((table) -> results.forEach((result, allowed) -> {
			List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
			int column = columns.indexOf(result);
			if (column < 0) {
				faults.add("%s has no result column \"%s\"; it needs %s.".formatted(file(name), result,
						new TreeSet<>(results.keySet())));
				return;
			}
			table.getRules().forEach((rule) -> checkCell(name, rule, column, allowed, faults));
		}));
	}

	private static void checkCell(String name, Rule rule, int column, String allowed, List<String> faults) {
		OutputEntry cell = new ArrayList<>(rule.getOutputEntries()).get(column);
		String value = cell.getTextContent().strip();
		if (!value.matches(allowed)) {
			faults.add("%s, cell %s: %s is no result that Parley knows. It must match %s.".formatted(file(name),
					cell.getId(), value, allowed));
		}
	}

	/** Every level needs its row, and so does what is not rated yet. */
	private static void checkLevels(Map<String, byte[]> models, String name, List<String> faults) {
		String rows = tables(models, name).flatMap((table) -> table.getRules().stream())
			.flatMap((rule) -> rule.getInputEntries().stream())
			.map(InputEntry::getTextContent)
			.map((cell) -> cell.isBlank() ? "-" : cell)
			.collect(Collectors.joining(" "));
		Stream.concat(Stream.of(Level.UNRATED), Arrays.stream(Level.values()).map(Level::name))
			.filter((level) -> !rows.isEmpty() && !rows.contains("\"" + level + "\"") && !rows.contains("-"))
			.forEach((level) -> faults.add("%s has no row for %s.".formatted(file(name), level)));
	}

	private static Stream<DecisionTable> tables(Map<String, byte[]> models, String name) {
		byte[] content = models.get(file(name));
		return (content == null) ? Stream.empty()
				: Dmn.readModelFromStream(new ByteArrayInputStream(content))
					.getModelElementsByType(DecisionTable.class)
					.stream();
	}

	static String file(String table) {
		return "processes/" + table + ".dmn";
	}

}

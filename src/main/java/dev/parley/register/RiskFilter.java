package dev.parley.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.parley.identity.Office;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Which risks of the register are asked for; null asks for all.
 *
 * @param state where the risk stands
 * @param unacceptableState why it is above tolerance
 * @param level its level
 * @param band where that lies
 * @param category what it concerns
 * @param assetId the asset
 * @param owner the office that decides on it
 * @param expiring in how many days its exemption ends or its acceptance is looked at
 * again, at most
 * @param outdated whether what its decision rests on has changed
 * @param cell likelihood and impact that it is rated by
 * @param words words that it is looked for by
 */
public record RiskFilter(@Nullable RiskState state, @Nullable UnacceptableState unacceptableState,
		@Nullable Level level, @Nullable Band band, @Nullable Category category, @Nullable String assetId,
		@Nullable Office owner, @Nullable Integer expiring, boolean outdated, @Nullable Score cell,
		@Nullable RiskWords words) {

	/** Leaves nothing out. */
	public static final RiskFilter NONE = new RiskFilter(null, null, null, null, null, null, null, null, false, null,
			null);

	private static final int YEAR = 366;

	private static final String UNACCEPTABLE = """
			r.risk_id in (select x.risk_id from unacceptable_risks(:today) x where x.state = :unacceptableState)""";

	private static final String OWNED = """
			r.asset_id in (select x.asset_id from asset x where x.asset_class = any(:owned))""";

	private static final String EXPIRING = """
			exists (select 1 from decision x
			          left join exemption e on e.case_id = x.case_id and e.decision = x.number
			         where x.case_id = r.decided_in and x.number = r.decision and x.state = 'IN_FORCE'
			           and (x.treatment = 'ACCEPT' and x.review_on between :today and :until
			                or e.state = 'IN_FORCE' and e.ends_on between :today and :until))""";

	private static final String OUTDATED = """
			exists (select 1 from outdating o join decision x on x.case_id = o.case_id and x.number = o.decision
			         where x.case_id = r.decided_in and x.number = r.decision and x.state = 'IN_FORCE')""";

	private static final String IN_CELL = "r.likelihood = :likelihood and r.impact = :impact and ";

	/** Reads what the API and the page take. */
	public static RiskFilter read(Submission parameters) {
		return new RiskFilter(parameters.optionalChoice("state", "State", RiskState.class),
				parameters.optionalChoice("unacceptableState", "Unacceptable state", UnacceptableState.class),
				parameters.optionalChoice("level", "Level", Level.class),
				parameters.optionalChoice("band", "Band", Band.class),
				parameters.optionalChoice("category", "Category", Category.class),
				parameters.optionalText("assetId", "Asset", Submission.LINE), owner(parameters),
				parameters.optionalWholeNumber("expiring", "Days until it expires", 0, YEAR), outdated(parameters),
				cell(parameters), RiskWords.read(parameters));
	}

	private static @Nullable Office owner(Submission parameters) {
		String group = parameters.optionalText("owner", "Owner", Submission.LINE);
		List<Office> owners = owners();
		Office owner = owners.stream().filter((office) -> office.group().equals(group)).findFirst().orElse(null);
		if (group != null && owner == null) {
			parameters.refuse("Owner (owner) must be one of %s, not \"%s\"."
				.formatted(String.join(", ", owners.stream().map(Office::group).toList()), group));
		}
		return owner;
	}

	/** The offices that risks can belong to. */
	public static List<Office> owners() {
		return Arrays.stream(AssetClass.values()).map(AssetClass::decides).distinct().toList();
	}

	private static boolean outdated(Submission parameters) {
		String outdated = parameters.optionalText("outdated", "Outdated", Submission.LINE);
		if (outdated != null && !outdated.equals("true")) {
			parameters.refuse("Outdated (outdated) must be true or be left out, not \"%s\".".formatted(outdated));
		}
		return outdated != null;
	}

	private static @Nullable Score cell(Submission parameters) {
		int steps = Level.values().length;
		Integer likelihood = parameters.optionalWholeNumber("likelihood", "Likelihood", 1, steps);
		Integer impact = parameters.optionalWholeNumber("impact", "Impact", 1, steps);
		if (parameters.isAnswered("likelihood") != parameters.isAnswered("impact")) {
			parameters.refuse("Likelihood (likelihood) and impact (impact) are asked for together. Give both.");
		}
		return (likelihood != null && impact != null) ? new Score(likelihood, impact) : null;
	}

	/** The words that were entered, or null. */
	public @Nullable String text() {
		return (this.words != null) ? this.words.text() : null;
	}

	/** Whether it leaves anything out. */
	public boolean narrows() {
		return !equals(NONE);
	}

	/** The same without the cell. */
	public RiskFilter withoutCell() {
		return withCell(null);
	}

	/** The same with a cell. */
	public RiskFilter withCell(@Nullable Score chosen) {
		return new RiskFilter(this.state, this.unacceptableState, this.level, this.band, this.category, this.assetId,
				this.owner, this.expiring, this.outdated, chosen, this.words);
	}

	/**
	 * The condition in SQL on the risk {@code r}. What is not asked for is not in it, so
	 * that PostgreSQL plans for what is.
	 * @param reader whose parameters it has as well
	 */
	public String condition(CaseReader reader) {
		Map<String, Boolean> asked = new LinkedHashMap<>();
		asked.put("r.state = :state", this.state != null);
		asked.put(UNACCEPTABLE, this.unacceptableState != null);
		asked.put("r.level = :level", this.level != null);
		asked.put("r.band = :band", this.band != null);
		asked.put("r.category = :category", this.category != null);
		asked.put("r.asset_id = :assetId", this.assetId != null);
		asked.put(OWNED, this.owner != null);
		asked.put(EXPIRING, this.expiring != null);
		asked.put(OUTDATED, this.outdated);
		asked.put(IN_CELL + reader.readsRisk(), this.cell != null);
		asked.put(RiskWords.MATCHES, this.words != null);
		asked.values().removeIf((given) -> !given);
		return asked.isEmpty() ? "true" : String.join("\n   and ", asked.keySet());
	}

	/** The parameters of the condition. */
	public Map<String, @Nullable Object> parameters(LocalDate today) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("today", today);
		parameters.put("state", name(this.state));
		parameters.put("unacceptableState", name(this.unacceptableState));
		parameters.put("level", (this.level != null) ? this.level.rank() : null);
		parameters.put("band", name(this.band));
		parameters.put("category", name(this.category));
		parameters.put("assetId", this.assetId);
		parameters.put("owned", owned());
		parameters.put("until", today.plusDays(Objects.requireNonNullElse(this.expiring, 0)));
		parameters.put("likelihood", (this.cell != null) ? this.cell.likelihood() : null);
		parameters.put("impact", (this.cell != null) ? this.cell.impact() : null);
		parameters.put("words", text());
		parameters.put("wordQuery", (this.words != null) ? this.words.query() : null);
		return parameters;
	}

	/** The classes of assets whose risks belong to the owner. */
	private String[] owned() {
		return Arrays.stream(AssetClass.values())
			.filter((assetClass) -> assetClass.decides() == this.owner)
			.map(AssetClass::name)
			.toArray(String[]::new);
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

}

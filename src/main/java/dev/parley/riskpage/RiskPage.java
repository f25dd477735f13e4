package dev.parley.riskpage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.register.Band;
import dev.parley.register.CaseAction;
import dev.parley.register.CaseAction.Offer;
import dev.parley.register.CaseReader;
import dev.parley.register.Cases;
import dev.parley.register.Level;
import dev.parley.register.RiskCase;
import dev.parley.register.Risks;
import dev.parley.register.UnacceptableState;
import dev.parley.register.Wording;
import dev.parley.riskpage.DecisionSection.DecisionView;
import dev.parley.riskpage.ExemptionSection.ExemptionView;
import dev.parley.riskpage.LevelSection.LevelsView;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import dev.parley.riskpage.PositionSection.PositionsView;
import dev.parley.riskpage.RiskHead.DecisionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a risk together, as far as its reader may see it. */
@Component
class RiskPage {

	private final RiskRecords records;

	private final LevelSection levels;

	private final PositionSection positions;

	private final DecisionSection decision;

	private final ExemptionSection exemptions;

	private final Risks risks;

	private final Cases cases;

	private final List<CaseAction> actions;

	private final Wording wording;

	private final Days days;

	RiskPage(RiskRecords records, LevelSection levels, PositionSection positions, DecisionSection decision,
			ExemptionSection exemptions, Risks risks, Cases cases, List<CaseAction> actions, Wording wording,
			Days days) {
		this.records = records;
		this.levels = levels;
		this.positions = positions;
		this.decision = decision;
		this.exemptions = exemptions;
		this.risks = risks;
		this.cases = cases;
		this.actions = actions;
		this.wording = wording;
		this.days = days;
	}

	/** The page of a risk; empty when there is none, or none for this reader. */
	Optional<View> of(String riskId, CaseReader reader) {
		return this.records.find(riskId, reader).map((risk) -> view(risk, reader));
	}

	private View view(RiskHead risk, CaseReader reader) {
		ReadableCases readable = new ReadableCases(this.records.cases(risk.riskId(), reader));
		LevelsView rated = this.levels.of(risk.riskId(), readable);
		return new View(head(risk), offers(risk, readable, reader), rated,
				this.positions.of(rated.ratedIn(), readable, reader.user()), this.decision.of(risk.latest(), readable),
				this.exemptions.of(risk, readable), lines(readable));
	}

	private Head head(RiskHead risk) {
		Level level = risk.level();
		Band band = risk.band();
		UnacceptableState unacceptable = risk.unacceptableState();
		NamedAsset asset = risk.asset();
		return new Head(risk.riskId(), risk.title(), risk.scenario(), risk.category().label(), risk.state().name(),
				risk.state().label(), (level != null) ? level.name() : null, (level != null) ? level.label() : null,
				(band != null) ? band.label() : null, (unacceptable != null) ? unacceptable.name() : null,
				(unacceptable != null) ? unacceptable.label() : null,
				(asset != null) ? "%s (%s)".formatted(asset.name(), asset.assetClass().label()) : null,
				(asset != null) ? asset.owner() + " (office)" : null, String.valueOf(this.days.dayOf(risk.raisedAt())),
				closure(risk.riskId()));
	}

	private @Nullable Map<String, String> closure(String riskId) {
		return this.risks.closure(riskId)
			.map((closure) -> Map.of("reason", closure.reason(), "signed",
					"%s, %s".formatted(this.wording.name(closure.by()), this.days.dayOf(closure.at()))))
			.orElse(null);
	}

	/**
	 * What the reader can do now with the newest case of all and, since its exemption may
	 * be revoked while a newer case is open, with the case of the latest decision; with
	 * each if it is open to the reader.
	 */
	private List<Offer> offers(RiskHead risk, ReadableCases readable, CaseReader reader) {
		DecisionKey latest = risk.latest();
		return Stream
			.of(this.cases.latestOf(risk.riskId()),
					Optional.ofNullable(latest).map(DecisionKey::caseId).flatMap(this.cases::find))
			.flatMap(Optional::stream)
			.filter((riskCase) -> readable.opens(riskCase.caseId()))
			.distinct()
			.flatMap((riskCase) -> this.actions.stream()
				.flatMap((action) -> action.offer(riskCase, reader.user(), reader.groups()).stream()))
			.toList();
	}

	private List<CaseRow> lines(ReadableCases readable) {
		return readable.all()
			.stream()
			.map((line) -> new CaseRow(line.caseId(), line.state().name(), line.state().label(line.overSince() != null),
					line.because(), String.valueOf(this.wording.name(line.raisedBy())),
					String.valueOf(this.days.dayOf(line.openedAt())), this.days.dayOf(line.overSince())))
			.toList();
	}

	/**
	 * What the page shows.
	 *
	 * @param head the risk and how it stands
	 * @param offers what the reader can do
	 * @param levels how its level went
	 * @param positions what both sides think
	 * @param decision the decision that counts, or null
	 * @param exemptions its exemptions, the latest first
	 * @param cases its cases, the newest first
	 */
	record View(Head head, List<Offer> offers, LevelsView levels, PositionsView positions,
			@Nullable DecisionView decision, List<ExemptionView> exemptions, List<CaseRow> cases) {
	}

	/**
	 * A risk and how it stands.
	 *
	 * @param riskId risk id
	 * @param title what it is called
	 * @param scenario what could happen
	 * @param category what it concerns
	 * @param stateCode where it stands
	 * @param stateLabel the same in words
	 * @param levelCode its level, or null
	 * @param levelLabel that in words, or null
	 * @param band its band, or null
	 * @param unacceptableCode why it is above tolerance, or null
	 * @param unacceptable the same in words, or null
	 * @param asset its asset, or null
	 * @param owner the office that decides, or null
	 * @param raisedOn when it was raised
	 * @param closure why it is gone, by whose word; or null
	 */
	record Head(String riskId, String title, String scenario, String category, String stateCode, String stateLabel,
			@Nullable String levelCode, @Nullable String levelLabel, @Nullable String band,
			@Nullable String unacceptableCode, @Nullable String unacceptable, @Nullable String asset,
			@Nullable String owner, String raisedOn, @Nullable Map<String, String> closure) {
	}

	/**
	 * A case.
	 *
	 * @param caseId case id
	 * @param stateCode where it stands
	 * @param stateLabel the same in words
	 * @param because why Parley opened it, or null
	 * @param raisedBy who raised it
	 * @param openedOn when it was opened
	 * @param overOn when it was over, or null
	 */
	record CaseRow(String caseId, String stateCode, String stateLabel, @Nullable String because, String raisedBy,
			String openedOn, @Nullable String overOn) {
	}

}

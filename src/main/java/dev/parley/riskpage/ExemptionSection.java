package dev.parley.riskpage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.register.Attestation;
import dev.parley.register.Exemption;
import dev.parley.register.Exemption.Grant;
import dev.parley.register.Exemptions;
import dev.parley.register.Level;
import dev.parley.register.Wording;
import dev.parley.riskpage.ExemptionRecords.Attested;
import dev.parley.riskpage.ExemptionRecords.Condition;
import dev.parley.riskpage.ExemptionRecords.Covered;
import dev.parley.riskpage.ExemptionRecords.Review;
import dev.parley.riskpage.ExemptionRecords.Turn;
import dev.parley.riskpage.RiskHead.DecisionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The exemptions of a risk. Their records show to those who read all of the case in which
 * they were decided; that one is in force shows to everybody who may see the risk.
 */
@Component
class ExemptionSection {

	private final Exemptions exemptions;

	private final ExemptionRecords records;

	private final Wording wording;

	private final Days days;

	ExemptionSection(Exemptions exemptions, ExemptionRecords records, Wording wording, Days days) {
		this.exemptions = exemptions;
		this.records = records;
		this.wording = wording;
		this.days = days;
	}

	List<ExemptionView> of(RiskHead risk, ReadableCases readable) {
		List<Exemption> shown = this.exemptions.ofRisk(risk.riskId())
			.stream()
			.filter((exemption) -> readable.opens(exemption.caseId()) || isLive(exemption, risk.latest()))
			.toList();
		if (shown.isEmpty()) {
			return List.of();
		}
		Told told = told(risk.riskId());
		return shown.stream()
			.map((exemption) -> new ExemptionView(exemption.id(), exemption.state().name(), exemption.state().label(),
					String.valueOf(this.days.day(exemption.days().endsOn())),
					readable.opens(exemption.caseId()) ? exemption.caseId() : null,
					readable.reads(exemption.caseId()) ? details(exemption, told) : null))
			.toList();
	}

	private static boolean isLive(Exemption exemption, @Nullable DecisionKey latest) {
		return exemption.state().isLive() && new DecisionKey(exemption.caseId(), exemption.decision()).equals(latest);
	}

	private Told told(String riskId) {
		return new Told(by(this.records.covered(riskId), Covered::exemptionId),
				by(this.records.turns(riskId), Turn::exemptionId),
				by(this.records.attestations(riskId), Attested::exemptionId),
				by(this.records.reviews(riskId), Review::exemptionId),
				by(this.records.conditions(riskId), Condition::exemptionId), this.records.versions(riskId));
	}

	private static <T> Map<String, List<T>> by(List<T> told, Function<T, String> exemption) {
		return told.stream().collect(Collectors.groupingBy(exemption));
	}

	private Details details(Exemption exemption, Told told) {
		String id = exemption.id();
		return new Details(facts(exemption, told), told.conditions(id).stream().map(this::words).toList(),
				told.turns(id).stream().map(this::entry).toList(),
				told.attestations(id).stream().map(this::entry).toList(),
				told.reviews(id).stream().map((review) -> entry(review, exemption.state().isLive())).toList());
	}

	private List<Fact> facts(Exemption exemption, Told told) {
		Exemption.Days dates = exemption.days();
		Grant grant = exemption.grant();
		Level level = (grant != null) ? grant.level() : null;
		return Stream
			.of(new Fact("Deviates from", exemption.terms().deviatesFrom()),
					new Fact("Justification", exemption.terms().justification()),
					new Fact("Covers", told.assets(exemption.id())),
					new Fact("Compensating controls", exemption.terms().compensatingControls()),
					new Fact("Owner of the controls", this.wording.owner(exemption.terms().controlsOwner())),
					new Fact("Requested on", this.days.dayOf(dates.requestedAt())),
					new Fact("Granted on", this.days.dayOf(dates.grantedAt())),
					new Fact("Approved by",
							(grant != null) ? "%s, %s".formatted(grant.approver(), grant.role()) : null),
					new Fact("Level at that time", (level != null) ? level.label() : null),
					new Fact("Original end", this.days.day(dates.originalEnd())),
					new Fact("Last day", this.days.day(dates.endsOn())), new Fact("Renewal", renewal(exemption)),
					new Fact("Next attestation", this.days.day(exemption.attestedNext(this.days.today()))),
					new Fact("Next review", this.days.day(exemption.reviewedNext(this.days.today()))),
					new Fact("Models and rules", (grant != null) ? told.versions().get(grant.models()) : null))
			.filter((fact) -> fact.value() != null)
			.toList();
	}

	private static String renewal(Exemption exemption) {
		if (exemption.renewal() == 0) {
			return "None, it is the first";
		}
		return "Number %d%s".formatted(exemption.renewal(),
				(exemption.renews() != null) ? ", after " + exemption.renews() : "");
	}

	private String words(Condition condition) {
		return "%s (%s, due %s)".formatted(condition.action(), this.wording.owner(condition.owner()),
				this.days.day(condition.dueOn()));
	}

	private Entry entry(Turn turn) {
		return new Entry(String.valueOf(this.days.dayOf(turn.at())), turn.state().label(), turn.reason(),
				this.wording.name(turn.by()));
	}

	private Entry entry(Attested attested) {
		return new Entry(String.valueOf(this.days.dayOf(attested.at())), attested.state().label(),
				joined(attested.remark(), attested.evidenceLink(), check(attested)), this.wording.name(attested.by()));
	}

	/** What the CISO says of it; null where there is nothing to verify. */
	private @Nullable String check(Attested attested) {
		if (attested.outcome() == null) {
			return (attested.state() == Attestation.State.IN_PLACE) ? "Not verified yet" : null;
		}
		return "Verification: %s (%s, %s)".formatted(said(attested.outcome(), attested.reasoning()),
				name(attested.checkedBy()), this.days.dayOf(attested.checkedAt()));
	}

	private Entry entry(Review review, boolean goesOn) {
		String advice = (review.advice() == null) ? null : "Advice: %s (%s, %s)".formatted(review.advice(),
				name(review.advisedBy()), this.days.dayOf(review.advisedAt()));
		String open = goesOn ? "Goes on" : "Without an outcome";
		String outcome = (review.outcome() == null) ? open : "%s (%s, %s)"
			.formatted(said(review.outcome(), review.rationale()), name(review.by()), this.days.dayOf(review.at()));
		String asked = (review.endsOn() == null) ? null : "Asked for until " + this.days.day(review.endsOn());
		return new Entry(String.valueOf(this.days.dayOf(review.openedAt())),
				review.outdated() ? "Review, since something has changed" : "Review", joined(advice, outcome, asked),
				null);
	}

	private String name(@Nullable String user) {
		return Objects.requireNonNullElse(this.wording.name(user), "nobody");
	}

	private static String said(String code, @Nullable String why) {
		return (why != null) ? phrase(code) + ". " + why : phrase(code);
	}

	private static @Nullable String joined(@Nullable String... parts) {
		String text = Stream.of(parts).flatMap(Stream::ofNullable).collect(Collectors.joining("\n"));
		return text.isEmpty() ? null : text;
	}

	/** A code of the register in words: NOT_IN_PLACE as "Not in place". */
	private static String phrase(String code) {
		return StringUtils.capitalize(code.toLowerCase(Locale.ENGLISH).replace('_', ' '));
	}

	/** All that is told of the exemptions of a risk, by exemption. */
	private record Told(Map<String, List<Covered>> covered, Map<String, List<Turn>> turned,
			Map<String, List<Attested>> attested, Map<String, List<Review>> reviewed,
			Map<String, List<Condition>> imposed, Map<String, String> versions) {

		String assets(String exemptionId) {
			return this.covered.getOrDefault(exemptionId, List.of())
				.stream()
				.map(Covered::asset)
				.collect(Collectors.joining(", "));
		}

		List<Turn> turns(String exemptionId) {
			return this.turned.getOrDefault(exemptionId, List.of());
		}

		List<Attested> attestations(String exemptionId) {
			return this.attested.getOrDefault(exemptionId, List.of());
		}

		List<Review> reviews(String exemptionId) {
			return this.reviewed.getOrDefault(exemptionId, List.of());
		}

		List<Condition> conditions(String exemptionId) {
			return this.imposed.getOrDefault(exemptionId, List.of());
		}

	}

	/**
	 * An exemption.
	 *
	 * @param id exemption id
	 * @param stateCode where it stands
	 * @param stateLabel the same in words
	 * @param endsOn its last day
	 * @param caseId its case, or null where the reader may not open it
	 * @param details its record, or null where it does not show
	 */
	record ExemptionView(String id, String stateCode, String stateLabel, String endsOn, @Nullable String caseId,
			@Nullable Details details) {
	}

	/**
	 * The record of an exemption.
	 *
	 * @param facts what is permitted, by whom, until when
	 * @param conditions what a ruling imposed
	 * @param history what became of it
	 * @param attestations what was said of its controls
	 * @param reviews its reviews
	 */
	record Details(List<Fact> facts, List<String> conditions, List<Entry> history, List<Entry> attestations,
			List<Entry> reviews) {
	}

	/**
	 * A fact.
	 *
	 * @param label what it is
	 * @param value what is known, or null
	 */
	record Fact(String label, @Nullable String value) {
	}

	/**
	 * Something that happened.
	 *
	 * @param on when
	 * @param what what happened
	 * @param said what was said, or null
	 * @param by who did it, or null
	 */
	record Entry(String on, String what, @Nullable String said, @Nullable String by) {
	}

}

package dev.parley.riskpage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.parley.register.Decision;
import dev.parley.register.DecisionDraft;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.DecisionDraft.Transfer;
import dev.parley.register.DecisionEnd;
import dev.parley.register.Decisions;
import dev.parley.register.Outdatings;
import dev.parley.register.Outdatings.Outdating;
import dev.parley.register.Score;
import dev.parley.register.Wording;
import dev.parley.riskpage.DecisionRecords.Action;
import dev.parley.riskpage.DecisionRecords.Result;
import dev.parley.riskpage.DecisionRecords.Standing;
import dev.parley.riskpage.DecisionRecords.Verification;
import dev.parley.riskpage.RiskHead.DecisionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The latest decision that came in force, and its terms. One that is not in force any
 * more shows only to those who may open its case.
 */
@Component
class DecisionSection {

	private final Decisions decisions;

	private final DecisionRecords records;

	private final Outdatings outdatings;

	private final Wording wording;

	private final Days days;

	DecisionSection(Decisions decisions, DecisionRecords records, Outdatings outdatings, Wording wording, Days days) {
		this.decisions = decisions;
		this.records = records;
		this.outdatings = outdatings;
		this.wording = wording;
		this.days = days;
	}

	@Nullable DecisionView of(@Nullable DecisionKey key, ReadableCases readable) {
		if (key == null) {
			return null;
		}
		Standing standing = this.records.standing(key);
		if (!standing.lasts() && !readable.opens(key.caseId())) {
			return null;
		}
		Decision decision = this.decisions.find(key.caseId(), key.number()).orElseThrow();
		boolean reads = readable.reads(key.caseId());
		return new DecisionView(standing.treatment().label(), standing.inForce(), since(standing), ended(standing),
				readable.opens(key.caseId()) ? key.caseId() : null,
				readable.opens(key.caseId()) ? signed(decision) : null, reads ? terms(key, decision) : null,
				standing.lasts() ? changes(key, reads) : List.of());
	}

	private List<ChangeView> changes(DecisionKey key, boolean reads) {
		return this.outdatings.of(key.caseId(), key.number())
			.stream()
			.map((outdating) -> change(outdating, reads))
			.distinct()
			.toList();
	}

	private String since(Standing standing) {
		return (standing.inForce() ? "In force since " : "In force from ") + this.days.dayOf(standing.since());
	}

	private @Nullable String ended(Standing standing) {
		DecisionEnd because = standing.because();
		if (standing.suspended() && because == null) {
			return "Suspended at present: its compensating controls are not known to be in place.";
		}
		return (because == null) ? null
				: "Ended on %s: %s.".formatted(this.days.dayOf(standing.endedAt()), switch (because) {
					case LATER_DECISION -> "a later decision took its place";
					case NOT_EFFECTIVE -> "the treatment was verified, and had not the effect";
					case NOT_VERIFIED -> "nobody verified the treatment in time";
					case EXEMPTION_ENDED -> "its exemption ended";
					case RISK_CLOSED -> "the risk was closed";
				});
	}

	private String signed(Decision decision) {
		return "%s, %s".formatted(this.wording.name(decision.decidedBy()), this.days.dayOf(decision.decidedAt()));
	}

	private ChangeView change(Outdating outdating, boolean reads) {
		return new ChangeView(outdating.cause().label(), reads ? outdating.detail() : null,
				String.valueOf(this.days.dayOf(outdating.since())));
	}

	private Terms terms(DecisionKey key, Decision decision) {
		DecisionDraft content = decision.content();
		return new Terms(content.rationale(), String.valueOf(this.days.day(content.reviewOn())),
				transfer(content.transfer()), content.options(),
				this.records.actions(key).stream().map(this::action).toList(),
				this.records.verification(key).map(this::verified).orElse(null));
	}

	private @Nullable String transfer(@Nullable Transfer transfer) {
		return (transfer == null) ? null
				: "To %s, by a contract of %s".formatted(transfer.counterparty(), this.days.day(transfer.contractOn()));
	}

	private ActionView action(Action action) {
		Result result = action.result();
		return new ActionView(action.action(), this.wording.owner(action.owner()),
				String.valueOf(this.days.day(action.dueOn())), action.imposed(),
				result == null && action.dueOn().isBefore(this.days.today()),
				(result != null) ? result.state().label() : null,
				(result != null) ? signed(result.by(), this.days.dayOf(result.at())) : null,
				(result != null) ? result.remark() : null, (result != null) ? result.evidenceLink() : null);
	}

	private VerifiedView verified(Verification verification) {
		Score score = verification.score();
		return new VerifiedView(verification.effect().label(),
				(score != null) ? "Likelihood %d, impact %d".formatted(score.likelihood(), score.impact()) : null,
				verification.reasoning(), signed(verification.by(), this.days.dayOf(verification.at())));
	}

	private String signed(@Nullable String user, @Nullable String day) {
		return String.format(Locale.ENGLISH, "%s, %s", Objects.requireNonNullElse(this.wording.name(user), "Nobody"),
				day);
	}

	/**
	 * A decision.
	 *
	 * @param treatment what is done about the risk
	 * @param inForce whether that holds
	 * @param since since when, in words
	 * @param ended when and why it ended, or that it is suspended, or null
	 * @param caseId its case, or null where the reader may not open it
	 * @param signed who decided when, or null
	 * @param terms its terms, or null where they do not show
	 * @param changes what has changed since that it rests on
	 */
	record DecisionView(String treatment, boolean inForce, String since, @Nullable String ended,
			@Nullable String caseId, @Nullable String signed, @Nullable Terms terms, List<ChangeView> changes) {
	}

	/**
	 * Something that has changed.
	 *
	 * @param cause what it is
	 * @param detail what changed, or null where that does not show
	 * @param on when that was noticed
	 */
	record ChangeView(String cause, @Nullable String detail, String on) {
	}

	/**
	 * The terms of a decision.
	 *
	 * @param rationale why
	 * @param reviewOn when it is looked at again
	 * @param transfer to whom the risk goes, or null
	 * @param options what was compared
	 * @param actions what is to be done
	 * @param verified the effect, or null
	 */
	record Terms(String rationale, String reviewOn, @Nullable String transfer, List<Option> options,
			List<ActionView> actions, @Nullable VerifiedView verified) {
	}

	/**
	 * An action.
	 *
	 * @param action what is to be done
	 * @param owner who does it
	 * @param due by when
	 * @param imposed whether a ruling imposed it
	 * @param late whether that is past, and nothing was reported
	 * @param state what came of it, or null
	 * @param signed who reported it when, or null
	 * @param remark what was said, or null
	 * @param evidenceLink where it can be seen, or null
	 */
	record ActionView(String action, String owner, String due, boolean imposed, boolean late, @Nullable String state,
			@Nullable String signed, @Nullable String remark, @Nullable String evidenceLink) {
	}

	/**
	 * The effect of a treatment.
	 *
	 * @param effect what it is
	 * @param score what is left, or null
	 * @param reasoning why, or null
	 * @param signed who verified it when
	 */
	record VerifiedView(String effect, @Nullable String score, @Nullable String reasoning, String signed) {
	}

}

package dev.parley.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.identity.Side;
import dev.parley.register.Acts;
import dev.parley.register.Appetite;
import dev.parley.register.Assessment;
import dev.parley.register.Band;
import dev.parley.register.CaseAction;
import dev.parley.register.Cases;
import dev.parley.register.Comparison;
import dev.parley.register.Decisions;
import dev.parley.register.MaterialChanges;
import dev.parley.register.Position;
import dev.parley.register.Position.Statement;
import dev.parley.register.Positions;
import dev.parley.register.PresentRules;
import dev.parley.register.RatingCause;
import dev.parley.register.RiskCase;
import dev.parley.register.RiskRatings;
import dev.parley.register.Risks;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes another version of the security position. The earlier ones stay; the risk is
 * compared anew. It rests while a decision awaits its end, so that nobody can change what
 * was decided on.
 */
@Component
public class SecurityRestatement implements CaseAction {

	private final Cases cases;

	private final Risks risks;

	private final Positions positions;

	private final Comparison comparison;

	private final Decisions decisions;

	private final RiskRatings ratings;

	private final PresentRules rules;

	private final MaterialChanges changes;

	private final RestatedCase restatedCase;

	private final Acts acts;

	private final People people;

	SecurityRestatement(Cases cases, Risks risks, Positions positions, Comparison comparison, Decisions decisions,
			RiskRatings ratings, PresentRules rules, MaterialChanges changes, RestatedCase restatedCase, Acts acts,
			People people) {
		this.cases = cases;
		this.risks = risks;
		this.positions = positions;
		this.comparison = comparison;
		this.decisions = decisions;
		this.ratings = ratings;
		this.rules = rules;
		this.changes = changes;
		this.restatedCase = restatedCase;
		this.acts = acts;
		this.people = people;
	}

	/**
	 * Restates the security position on a risk.
	 * @param submission the answers of StateSecurityPosition, and {@code requestedBy}
	 * @return the newest case of the risk, and the band that the risk is in now
	 * @throws NotThere when there is no such risk
	 * @throws DutyRefused when the person is not of the CISO's office, or acted for the
	 * other side
	 * @throws StateRefused when there is nothing to restate now
	 */
	@Transactional
	public Restated restate(String riskId, Submission submission, String user) {
		this.cases.latestOf(riskId).ifPresent((latest) -> this.cases.lock(latest.caseId()));
		RiskCase riskCase = requireRestatable(riskId, user);
		Statement restated = StatePositionSubmission.readRestated(submission);
		submission.close();
		String caseId = riskCase.caseId();
		Statement before = before(riskCase);
		Band earlier = riskCase.isOver() ? this.ratings.bandOf(riskId) : riskCase.requireAssessment().band();
		this.positions.state(caseId, Side.SECURITY, restated, user);
		Assessment assessment = compare(riskCase, riskId);
		List<String> objections = RestatementPolicy.objectionsTo(restated, before,
				assessment.band().compareTo(earlier) < 0);
		if (!objections.isEmpty()) {
			throw new SubmissionRefused(String.join(" ", objections));
		}
		this.acts.record(caseId, Duty.RESTATE_SECURITY, user);
		if (!riskCase.isOver()) {
			this.restatedCase.goOn(riskCase, assessment);
		}
		this.changes.noticeOn(riskId);
		return new Restated(caseId, this.ratings.bandOf(riskId));
	}

	/** A case that goes on keeps its rules; once it is over, those of its risk count. */
	private Assessment compare(RiskCase riskCase, String riskId) {
		Appetite appetite = riskCase.requireAssessment().appetite();
		String models = Objects.requireNonNull(riskCase.models());
		return riskCase.isOver()
				? this.comparison.compare(riskCase.caseId(), this.ratings.appetiteOf(riskId).orElse(appetite),
						RatingCause.RESTATEMENT, this.rules.models().orElse(models))
				: this.comparison.compare(riskCase.caseId(), appetite, RatingCause.RESTATEMENT, models);
	}

	/** The newest case of the risk, if this person may restate its security position. */
	RiskCase requireRestatable(String riskId, String user) {
		boolean open = this.risks.isOpen(riskId)
			.orElseThrow(() -> new NotThere("There is no risk %s.".formatted(riskId)));
		RiskCase riskCase = this.cases.latestOf(riskId).orElseThrow();
		requireCiso(riskCase, user);
		tooEarlyOrLate(riskCase, open).ifPresent((reason) -> {
			throw new StateRefused(reason);
		});
		return riskCase;
	}

	/** The position that a new one follows; null when it is missing. */
	@Nullable Statement before(RiskCase riskCase) {
		return this.positions.disclosed(riskCase.caseId())
			.stream()
			.filter((position) -> position.side() == Side.SECURITY)
			.findFirst()
			.map(Position::statement)
			.orElse(null);
	}

	private void requireCiso(RiskCase riskCase, String user) {
		if (!this.people.groupsOf(user).contains(Office.CISO.group())) {
			throw new DutyRefused("Only the CISO's office states the security position.");
		}
		SeparationOfDuties.objectionTo(Duty.RESTATE_SECURITY, this.acts.dutiesDone(riskCase.caseId(), user))
			.ifPresent((reason) -> {
				throw new DutyRefused(reason);
			});
	}

	private Optional<String> tooEarlyOrLate(RiskCase riskCase, boolean open) {
		if (!open) {
			return Optional.of("Risk %s is closed.".formatted(riskCase.riskId()));
		}
		if (riskCase.assessment() == null && riskCase.isOver()) {
			return Optional.of("Case %s was over before the positions were compared. A new case asks for them anew."
				.formatted(riskCase.caseId()));
		}
		if (riskCase.assessment() == null) {
			return Optional.of("The positions of case %s are not compared yet. State the position in its task."
				.formatted(riskCase.caseId()));
		}
		boolean pending = !riskCase.isOver() && this.decisions.latest(riskCase.caseId()).isPresent();
		return pending ? Optional
			.of("Case %s has been decided on the positions as they are. Say what has changed in the assurance."
				.formatted(riskCase.caseId())) : Optional.empty();
	}

	@Override
	public Optional<Offer> offer(RiskCase riskCase, String user, Set<String> groups) {
		String riskId = riskCase.riskId();
		if (riskId == null || !groups.contains(Office.CISO.group())) {
			return Optional.empty();
		}
		boolean possible = this.cases.latestOf(riskId)
			.filter((latest) -> latest.caseId().equals(riskCase.caseId()))
			.isPresent() && tooEarlyOrLate(riskCase, this.risks.isOpen(riskId).orElse(false)).isEmpty();
		return possible
				? Optional
					.of(new Offer("Restate the security position", riskId, "/risks/%s/position".formatted(riskId)))
				: Optional.empty();
	}

	/**
	 * What a new position came to.
	 *
	 * @param caseId the newest case of the risk
	 * @param band the band that the risk is in now
	 */
	record Restated(String caseId, Band band) {
	}

}

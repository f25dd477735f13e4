package dev.parley.decision;

import java.util.Optional;
import java.util.Set;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.register.Acts;
import dev.parley.register.CaseAction;
import dev.parley.register.Cases;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.RiskCase;
import dev.parley.register.Risks;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a risk that is gone, on the word of the CISO. A case that ends never closes its
 * risk.
 */
@Component
public class RiskClosure implements CaseAction {

	private final Risks risks;

	private final Cases cases;

	private final Acts acts;

	private final People people;

	private final FollowUp followUp;

	private final DecisionsInForce inForce;

	RiskClosure(Risks risks, Cases cases, Acts acts, People people, FollowUp followUp, DecisionsInForce inForce) {
		this.inForce = inForce;
		this.followUp = followUp;
		this.risks = risks;
		this.cases = cases;
		this.acts = acts;
		this.people = people;
	}

	/**
	 * Closes a risk.
	 * @param submission why it is gone, under the key {@code reason}
	 * @throws NotThere when there is no such risk
	 * @throws DutyRefused when the person is not of the CISO's office
	 * @throws StateRefused when the risk is closed, or a case on it goes on
	 */
	@Transactional
	public void close(String riskId, Submission submission, String user) {
		this.cases.latestOf(riskId).ifPresent((riskCase) -> this.cases.lock(riskCase.caseId()));
		this.inForce.holdCase(riskId);
		this.risks.hold(riskId);
		RiskCase latest = requireClosable(riskId, user);
		String reason = submission.text("reason", "Reason", Submission.TEXT);
		submission.close();
		this.risks.close(riskId, reason, user);
		this.acts.record(latest.caseId(), Duty.CONFIRM_GONE, user);
		this.followUp.end(riskId);
	}

	/** The newest case of the risk, if this person may close it now. */
	RiskCase requireClosable(String riskId, String user) {
		boolean open = this.risks.isOpen(riskId)
			.orElseThrow(() -> new NotThere("There is no risk %s.".formatted(riskId)));
		if (!this.people.groupsOf(user).contains(Office.CISO.group())) {
			throw new DutyRefused("Only the CISO's office confirms that a risk is gone.");
		}
		if (!open) {
			throw new StateRefused("Risk %s is closed already.".formatted(riskId));
		}
		RiskCase latest = this.cases.latestOf(riskId).orElseThrow();
		SeparationOfDuties.objectionTo(Duty.CONFIRM_GONE, this.acts.dutiesDone(latest.caseId(), user))
			.ifPresent((objection) -> {
				throw new DutyRefused(objection);
			});
		if (!latest.isOver()) {
			throw new StateRefused(
					"Case %s on risk %s goes on. A risk is confirmed to be gone when no case on it is open."
						.formatted(latest.caseId(), riskId));
		}
		return latest;
	}

	@Override
	public Optional<Offer> offer(RiskCase riskCase, String user, Set<String> groups) {
		String riskId = riskCase.riskId();
		if (riskId == null || !groups.contains(Office.CISO.group())) {
			return Optional.empty();
		}
		boolean possible = riskCase.isOver() && this.risks.isOpen(riskId).orElse(false)
				&& this.cases.latestOf(riskId)
					.filter((latest) -> latest.caseId().equals(riskCase.caseId()))
					.isPresent();
		return possible
				? Optional.of(new Offer("Confirm that the risk is gone", riskId, "/risks/%s/closure".formatted(riskId)))
				: Optional.empty();
	}

}

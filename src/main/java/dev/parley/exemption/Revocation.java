package dev.parley.exemption;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.parley.engine.FollowUpProcesses;
import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.CaseAction;
import dev.parley.register.Cases;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import dev.parley.register.RiskCase;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chief risk officer takes an exemption back before its end. */
@Component
public class Revocation implements CaseAction {

	private final Exemptions exemptions;

	private final ExemptionEnding ending;

	private final Cases cases;

	private final Acts acts;

	private final People people;

	private final FollowUpProcesses processes;

	Revocation(Exemptions exemptions, ExemptionEnding ending, Cases cases, Acts acts, People people,
			FollowUpProcesses processes) {
		this.exemptions = exemptions;
		this.ending = ending;
		this.cases = cases;
		this.acts = acts;
		this.people = people;
		this.processes = processes;
	}

	/**
	 * Revokes an exemption.
	 * @param submission why, under the key {@code reason}
	 * @throws DutyRefused when the person is not a chief risk officer
	 * @throws NotThere when there is no such exemption
	 * @throws StateRefused when it is not granted yet, or has ended
	 */
	@Transactional
	public void revoke(String exemptionId, Submission submission, String user) {
		this.exemptions.find(exemptionId).ifPresent((exemption) -> this.cases.lock(exemption.caseId()));
		Exemption exemption = requireRevocable(exemptionId, user);
		String reason = submission.text("reason", "Reason", Submission.TEXT);
		submission.close();
		this.acts.record(exemption.caseId(), Duty.REVOKE, user);
		this.ending.end(exemption, ExemptionState.REVOKED, reason,
				"The chief risk officer revoked exemption %s: %s".formatted(exemptionId, reason), user);
		this.processes.endExemption(exemption.caseId());
	}

	/** The exemption, if this person may revoke it now. */
	Exemption requireRevocable(String exemptionId, String user) {
		if (!isOfficer(this.people.groupsOf(user))) {
			throw new DutyRefused("Only the chief risk officer revokes an exemption.");
		}
		Exemption exemption = this.exemptions.find(exemptionId)
			.orElseThrow(() -> new NotThere("There is no exemption %s.".formatted(exemptionId)));
		if (exemption.state() == ExemptionState.REQUESTED) {
			throw new StateRefused("Exemption %s is not in force yet: case %s decides on it.".formatted(exemptionId,
					exemption.caseId()));
		}
		if (!exemption.state().isLive()) {
			throw new StateRefused("Exemption %s has ended already. Its state is: %s.".formatted(exemptionId,
					exemption.state().label().toLowerCase(Locale.ROOT)));
		}
		return exemption;
	}

	@Override
	public Optional<Offer> offer(RiskCase riskCase, String user, Set<String> groups) {
		return isOfficer(groups) ? this.exemptions.ofCase(riskCase.caseId())
			.stream()
			.filter((exemption) -> exemption.state().isLive())
			.findFirst()
			.map((exemption) -> new Offer("Revoke the exemption", exemption.id(),
					"/exemptions/%s/revocation".formatted(exemption.id())))
				: Optional.empty();
	}

	private static boolean isOfficer(Set<String> groups) {
		return groups.contains(Office.CRO.group());
	}

}

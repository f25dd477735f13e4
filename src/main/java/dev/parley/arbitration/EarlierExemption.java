package dev.parley.arbitration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parley.engine.FollowUpProcesses;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.DecisionEnd;
import dev.parley.register.Decisions;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.ExemptionState;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;

import org.springframework.stereotype.Component;

/**
 * What a ruling that refuses to exempt a risk means for the exemption that the risk has
 * already: it is revoked. A case that was opened to renew it leaves it to its end: what
 * was asked for there is a longer time, and only that is refused.
 */
@Component
class EarlierExemption {

	private final Decisions decisions;

	private final DecisionsInForce inForce;

	private final ExemptionReviews reviews;

	private final Cases cases;

	private final FollowUpProcesses processes;

	private final Notices notices;

	EarlierExemption(Decisions decisions, DecisionsInForce inForce, ExemptionReviews reviews, Cases cases,
			FollowUpProcesses processes, Notices notices) {
		this.decisions = decisions;
		this.inForce = inForce;
		this.reviews = reviews;
		this.cases = cases;
		this.processes = processes;
		this.notices = notices;
	}

	/**
	 * Revokes it, if the refused decision was to exempt.
	 * @param caseId the case that was ruled on
	 * @param ruling the ruling that refuses the decision
	 * @param decision number of the decision
	 */
	void revoke(String caseId, Ruling ruling, int decision) {
		String riskId = this.cases.require(caseId).riskId();
		if (riskId == null || !isExempted(caseId, decision) || this.reviews.isRenewal(caseId)) {
			return;
		}
		this.inForce.holdCase(riskId);
		this.inForce.of(riskId)
			.filter((earlier) -> earlier.treatment() == Treatment.EXEMPT)
			.ifPresent((earlier) -> revoke(earlier, caseId, ruling));
	}

	private boolean isExempted(String caseId, int decision) {
		return this.decisions.find(caseId, decision)
			.filter((refused) -> refused.content().treatment() == Treatment.EXEMPT)
			.isPresent();
	}

	private void revoke(InForce earlier, String caseId, Ruling ruling) {
		String reason = "The ruling on case %s did not confirm another exemption on the risk".formatted(caseId);
		String by = ruling.givenBy();
		this.inForce.end(earlier, DecisionEnd.EXEMPTION_ENDED, ExemptionState.REVOKED, reason,
				(by != null) ? by : People.SYSTEM);
		this.processes.end(earlier.caseId());
		tell(this.cases.require(earlier.caseId()), reason);
	}

	private void tell(RiskCase exempted, String reason) {
		Set<String> offices = new LinkedHashSet<>(
				List.of(exempted.requireDecidingGroup(), Office.CIO.group(), Office.CISO.group()));
		offices.forEach((office) -> this.notices.informOffice(exempted.caseId(), office, NoticeKind.INFORMATION,
				"The exemption is revoked. %s: %s.".formatted(reason, exempted.raised().title())));
	}

}

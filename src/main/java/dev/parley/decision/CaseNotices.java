package dev.parley.decision;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.Referral;
import dev.parley.register.Referrals;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells those who take part in a case what happened to it outside their tasks. */
@Component
class CaseNotices {

	private final Notices notices;

	private final Cases cases;

	private final Referrals referrals;

	CaseNotices(Notices notices, Cases cases, Referrals referrals) {
		this.notices = notices;
		this.cases = cases;
		this.referrals = referrals;
	}

	/** Tells that a case was handed up, and why. */
	void referred(String caseId) {
		Referral referral = this.referrals.latest(caseId).orElseThrow();
		tell(caseId, NoticeKind.ESCALATION, "%s was handed up to the %s because %s."
			.formatted(titled(this.cases.require(caseId)), referral.to().label(), referral.reason().words()));
	}

	/** Tells that a case was withdrawn, and that its risk stays. */
	void withdrawn(String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		tell(caseId, NoticeKind.INFORMATION,
				"%s was withdrawn. Risk %s stays open until the CISO's office confirms that it is gone."
					.formatted(titled(riskCase), riskCase.riskId()));
	}

	private void tell(String caseId, NoticeKind kind, String text) {
		RiskCase riskCase = this.cases.require(caseId);
		Set<String> recipients = new LinkedHashSet<>(Set.of(riskCase.raisedBy(), Office.CISO.group()));
		if (riskCase.decidingGroup() != null) {
			recipients.add(riskCase.decidingGroup());
		}
		recipients.forEach((recipient) -> this.notices.inform(caseId, recipient, kind, text));
	}

	private static String titled(RiskCase riskCase) {
		return "Case %s, %s,".formatted(riskCase.caseId(), riskCase.raised().title());
	}

}

package dev.parley.decision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.Referral;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referrals;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells those who take part in a case what happened to it outside their tasks. */
@Component
class CaseNotices {

	private final Notices notices;

	private final Cases cases;

	private final Referrals referrals;

	private final People people;

	CaseNotices(Notices notices, Cases cases, Referrals referrals, People people) {
		this.notices = notices;
		this.cases = cases;
		this.referrals = referrals;
		this.people = people;
	}

	/**
	 * Tells that a case was handed up, and why: those who take part, and those who rule.
	 */
	void referred(String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		Referral referral = this.referrals.latest(caseId).orElseThrow();
		String text = "%s was handed up to the %s because %s.".formatted(titled(riskCase), referral.to().label(),
				referral.because());
		tell(riskCase, NoticeKind.ESCALATION, text);
		rulers(referral.to())
			.forEach((office) -> this.notices.informOffice(caseId, office.group(), NoticeKind.ESCALATION, text));
	}

	/** Tells that a case was withdrawn, and that its risk stays. */
	void withdrawn(String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		tell(riskCase, NoticeKind.INFORMATION,
				"%s was withdrawn. Risk %s stays open until the CISO's office confirms that it is gone."
					.formatted(titled(riskCase), riskCase.riskId()));
	}

	private static List<Office> rulers(Authority authority) {
		return (authority == Authority.CRO) ? List.of(Office.CRO)
				: List.of(Office.COMMITTEE_CHAIR, Office.COMMITTEE_MEMBER);
	}

	private void tell(RiskCase riskCase, NoticeKind kind, String text) {
		Set<String> offices = new LinkedHashSet<>(List.of(Office.CISO.group(), Office.CIO.group()));
		if (riskCase.decidingGroup() != null) {
			offices.add(riskCase.decidingGroup());
		}
		offices.forEach((office) -> this.notices.informOffice(riskCase.caseId(), office, kind, text));
		if (Collections.disjoint(offices, this.people.groupsOf(riskCase.raisedBy()))) {
			this.notices.informPerson(riskCase.caseId(), riskCase.raisedBy(), kind, text);
		}
	}

	private static String titled(RiskCase riskCase) {
		return "Case %s, %s,".formatted(riskCase.caseId(), riskCase.raised().title());
	}

}

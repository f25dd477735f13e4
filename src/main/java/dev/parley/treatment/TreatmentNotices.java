package dev.parley.treatment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells both sides, and whom it concerns, what became of a treatment. */
@Component
class TreatmentNotices {

	private final Notices notices;

	private final Cases cases;

	TreatmentNotices(Notices notices, Cases cases) {
		this.notices = notices;
		this.cases = cases;
	}

	/**
	 * Tells the owner's office, the CIO's and the CISO's.
	 * @param what what happened, in sentences
	 */
	void tell(String caseId, String what) {
		RiskCase riskCase = this.cases.require(caseId);
		offices(riskCase).forEach((office) -> inform(riskCase, office, what));
	}

	/** Tells the owner of an action as well, be it a person or an office. */
	void tell(String caseId, String owner, String what) {
		RiskCase riskCase = this.cases.require(caseId);
		Set<String> offices = offices(riskCase);
		if (Office.ofGroup(owner).isPresent()) {
			offices.add(owner);
		}
		else {
			this.notices.informPerson(caseId, owner, NoticeKind.INFORMATION, about(riskCase, what));
		}
		offices.forEach((office) -> inform(riskCase, office, what));
	}

	private static Set<String> offices(RiskCase riskCase) {
		return new LinkedHashSet<>(List.of(riskCase.requireDecidingGroup(), Office.CIO.group(), Office.CISO.group()));
	}

	private void inform(RiskCase riskCase, String office, String what) {
		this.notices.informOffice(riskCase.caseId(), office, NoticeKind.INFORMATION, about(riskCase, what));
	}

	private static String about(RiskCase riskCase, String what) {
		return "%s It is about %s.".formatted(what, riskCase.raised().title());
	}

}

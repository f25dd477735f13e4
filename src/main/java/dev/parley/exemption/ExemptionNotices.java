package dev.parley.exemption;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells both sides what happened to an exemption. */
@Component
class ExemptionNotices {

	private final Notices notices;

	private final Cases cases;

	ExemptionNotices(Notices notices, Cases cases) {
		this.notices = notices;
		this.cases = cases;
	}

	/**
	 * Tells the owner's office, the CIO's and the CISO's.
	 * @param caseId the case in which the exemption was decided
	 * @param what what happened, in sentences
	 */
	void tell(String caseId, String what) {
		RiskCase riskCase = this.cases.require(caseId);
		Set<String> offices = new LinkedHashSet<>(
				List.of(riskCase.requireDecidingGroup(), Office.CIO.group(), Office.CISO.group()));
		offices.forEach((office) -> this.notices.informOffice(caseId, office, NoticeKind.INFORMATION,
				"%s It is about %s.".formatted(what, riskCase.raised().title())));
	}

}

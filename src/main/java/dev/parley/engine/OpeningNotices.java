package dev.parley.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells the offices that Parley opened another case on a risk, and why. */
@Component
class OpeningNotices {

	private final Notices notices;

	OpeningNotices(Notices notices) {
		this.notices = notices;
	}

	/**
	 * Tells the owner's office, the CIO's and the CISO's.
	 * @param opened the new case
	 * @param because why, in a sentence
	 */
	void tell(RiskCase opened, String because) {
		Set<String> offices = new LinkedHashSet<>(
				List.of(opened.requireDecidingGroup(), Office.CIO.group(), Office.CISO.group()));
		offices.forEach((office) -> this.notices.informOffice(opened.caseId(), office, NoticeKind.INFORMATION,
				"Case %s was opened on risk %s, %s. %s".formatted(opened.caseId(), opened.riskId(),
						opened.raised().title(), because)));
	}

}

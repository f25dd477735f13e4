package dev.parley.register;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Tells of cases in their outline. Whoever asks has made sure of who may know. */
@Component
public class CaseOverviews {

	private final Cases cases;

	private final Referrals referrals;

	CaseOverviews(Cases cases, Referrals referrals) {
		this.cases = cases;
		this.referrals = referrals;
	}

	/** A case, if there is one with this id. */
	public Optional<CaseOverview> find(String caseId) {
		return this.cases.find(caseId)
			.map((riskCase) -> CaseOverview.of(riskCase, this.referrals.ruledBy(caseId).orElse(null)));
	}

}

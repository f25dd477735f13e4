package dev.parley.register;

import java.util.Optional;

import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.State;
import org.jspecify.annotations.Nullable;
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
		return this.cases.find(caseId).map((riskCase) -> CaseOverview.of(riskCase, ruledBy(riskCase)));
	}

	private @Nullable Authority ruledBy(RiskCase riskCase) {
		return this.referrals.latest(riskCase.caseId())
			.filter((referral) -> referral.state() == State.OPEN && riskCase.state() == CaseState.ESCALATED)
			.map(Referral::to)
			.orElse(null);
	}

}

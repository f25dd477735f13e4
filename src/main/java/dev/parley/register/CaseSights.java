package dev.parley.register;

import java.util.Optional;

import dev.parley.identity.People;
import org.springframework.stereotype.Component;

/** Finds out what a person sees of a case, by the {@link CaseVisibilityPolicy}. */
@Component
public class CaseSights {

	private final Cases cases;

	private final Acts acts;

	private final Positions positions;

	private final Referrals referrals;

	private final People people;

	CaseSights(Cases cases, Acts acts, Positions positions, Referrals referrals, People people) {
		this.cases = cases;
		this.acts = acts;
		this.positions = positions;
		this.referrals = referrals;
		this.people = people;
	}

	/**
	 * What a person sees of a case; empty when there is none, or none for this person.
	 */
	public Optional<CaseSight> of(String caseId, String user) {
		return this.cases.find(caseId)
			.flatMap((riskCase) -> CaseVisibilityPolicy.sightOf(this.people.groupsOf(user),
					this.acts.dutiesDone(caseId, user), isHandedUp(riskCase), riskCase.decidingGroup(),
					!this.positions.disclosed(caseId).isEmpty()));
	}

	private boolean isHandedUp(RiskCase riskCase) {
		return riskCase.state() == CaseState.ESCALATED || this.referrals.isRuledOn(riskCase.caseId());
	}

}

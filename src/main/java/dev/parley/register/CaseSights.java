package dev.parley.register;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import dev.parley.identity.Duty;
import dev.parley.identity.People;
import org.springframework.stereotype.Component;

/** Finds out what a person sees of a case, by the {@link CaseVisibilityPolicy}. */
@Component
public class CaseSights {

	private final Cases cases;

	private final Acts acts;

	private final Positions positions;

	private final Referrals referrals;

	private final FollowUpOwners owners;

	private final Exemptions exemptions;

	private final People people;

	CaseSights(Cases cases, Acts acts, Positions positions, Referrals referrals, FollowUpOwners owners,
			Exemptions exemptions, People people) {
		this.owners = owners;
		this.exemptions = exemptions;
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
			.flatMap((riskCase) -> CaseVisibilityPolicy.sightOf(this.people.groupsOf(user), duties(caseId, user),
					reach(riskCase), riskCase.decidingGroup(), !this.positions.disclosed(caseId).isEmpty()));
	}

	/** Whoever is to report on an action may look what it is about before. */
	private Collection<Duty> duties(String caseId, String user) {
		Collection<Duty> done = this.acts.dutiesDone(caseId, user);
		return (done.isEmpty() && this.owners.isOne(caseId, user, this.people.groupsOf(user)))
				? Set.of(Duty.COMPLETE_ACTION) : done;
	}

	private CaseReach reach(RiskCase riskCase) {
		if (isHandedUp(riskCase)) {
			return CaseReach.HANDED_UP;
		}
		return this.exemptions.ofCase(riskCase.caseId())
			.stream()
			.anyMatch((exemption) -> exemption.days().grantedAt() != null) ? CaseReach.EXEMPTED : CaseReach.OFFICES;
	}

	private boolean isHandedUp(RiskCase riskCase) {
		return riskCase.state() == CaseState.ESCALATED || this.referrals.isRuledOn(riskCase.caseId());
	}

}

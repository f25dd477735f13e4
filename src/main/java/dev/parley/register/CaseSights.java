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

	private final People people;

	CaseSights(Cases cases, Acts acts, Positions positions, People people) {
		this.cases = cases;
		this.acts = acts;
		this.positions = positions;
		this.people = people;
	}

	/**
	 * What a person sees of a case; empty when there is none, or none for this person.
	 */
	public Optional<CaseSight> of(String caseId, String user) {
		return this.cases.find(caseId)
			.flatMap((riskCase) -> CaseVisibilityPolicy.sightOf(this.people.groupsOf(user),
					this.acts.dutiesDone(caseId, user), riskCase.state(), riskCase.decidingGroup(),
					!this.positions.disclosed(caseId).isEmpty()));
	}

}

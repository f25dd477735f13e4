package dev.parley.arbitration;

import org.springframework.stereotype.Component;

/** Calls the steering committee together. */
@Component
class Committee {

	/**
	 * Calls the committee together for a case, by the composition that is in force.
	 * @param caseId the case, which decides who is recused
	 * @param quorumToMeet how many members who may vote it takes at least
	 */
	Convening convene(String caseId, int quorumToMeet) {
		return Convening.refused("No composition of the committee is in force.");
	}

}

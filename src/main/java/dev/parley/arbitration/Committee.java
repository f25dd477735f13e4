package dev.parley.arbitration;

import java.time.Clock;
import java.time.LocalDate;

import dev.parley.identity.People;
import org.springframework.stereotype.Component;

/** Calls the steering committee together. */
@Component
class Committee {

	private final Compositions compositions;

	private final CompositionTurn turn;

	private final Recusals recusals;

	private final People people;

	private final Clock clock;

	Committee(Compositions compositions, CompositionTurn turn, Recusals recusals, People people, Clock clock) {
		this.compositions = compositions;
		this.turn = turn;
		this.recusals = recusals;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Calls the committee together for a case, by the composition that is in force. Until
	 * the transaction ends, no other one is put in force.
	 * @param caseId the case, which decides who is recused
	 * @param quorumToMeet how many members who may vote it takes at least
	 */
	Convening convene(String caseId, int quorumToMeet) {
		this.turn.toRead();
		return this.compositions.inForce()
			.map((composition) -> convene(composition, caseId, quorumToMeet))
			.orElseGet(
					() -> Convening.refused("No composition of the committee is in force. " + ConveningPolicy.WAY_OUT));
	}

	private Convening convene(Composition composition, String caseId, int quorumToMeet) {
		return new ConveningPolicy(composition, OfficeHolders.now(this.people), this.recusals.of(caseId),
				LocalDate.now(this.clock))
			.convene(quorumToMeet);
	}

}

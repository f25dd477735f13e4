package dev.parley.arbitration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parley.arbitration.Composition.State;
import dev.parley.arbitration.Endorsement.Outcome;
import dev.parley.identity.People;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The compositions of the committee: its chair proposes one, an executive sponsor
 * endorses or refuses it. The one that was endorsed last is in force.
 */
@Component
class Compositions {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private final CompositionRows rows;

	private final CompositionTurn turn;

	private final ComposedNotice notice;

	private final People people;

	private final Clock clock;

	Compositions(CompositionRows rows, CompositionTurn turn, ComposedNotice notice, People people, Clock clock) {
		this.rows = rows;
		this.turn = turn;
		this.notice = notice;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Proposes a composition, which overtakes an earlier one that nobody has answered.
	 * @throws DutyRefused when the person may not
	 * @throws CompositionRefused with all reasons why it cannot be
	 */
	@Transactional
	public Composition propose(CompositionDraft draft, String user) {
		requireProposer(user);
		this.turn.toChange();
		List<String> objections = objectionsTo(draft);
		if (!objections.isEmpty()) {
			throw new CompositionRefused(objections);
		}
		return require(this.rows.add(draft, user, this.clock.instant()));
	}

	/**
	 * Puts a composition in force, and tells the cases that wait for one.
	 * @see #answer
	 */
	@Transactional
	public Composition endorse(int composition, String user) {
		return answer(composition, new CompositionAnswer(Outcome.ENDORSED, null), user);
	}

	/**
	 * Refuses a composition; the one in force stays.
	 * @see #answer
	 */
	@Transactional
	public Composition refuse(int composition, String reason, String user) {
		return answer(composition, new CompositionAnswer(Outcome.REFUSED, reason), user);
	}

	/**
	 * Takes the sponsor's answer to a composition.
	 * @throws DutyRefused when the person may not, or has proposed it
	 * @throws NotThere when there is no such composition
	 * @throws StateRefused when it is answered or overtaken, or can no longer be endorsed
	 * because offices or dates have changed since it was proposed
	 */
	@Transactional
	public Composition answer(int number, CompositionAnswer answer, String user) {
		requireSponsor(user);
		this.turn.toChange();
		Composition composition = require(number);
		refuseIf(CompositionRightsPolicy.objectionToAnswering(composition, user, this.people.groupsOf(user)));
		requireOpen(composition);
		if (answer.outcome() == Outcome.ENDORSED) {
			requireSound(composition);
		}
		this.rows.answer(number, new Endorsement(answer.outcome(), answer.reason(), user, this.clock.instant()));
		if (answer.outcome() == Outcome.ENDORSED) {
			this.notice.composed();
		}
		return require(number);
	}

	/**
	 * Refuses who may propose no composition.
	 * @throws DutyRefused when the person may not
	 */
	void requireProposer(String user) {
		refuseIf(CompositionRightsPolicy.objectionToProposing(this.people.groupsOf(user)));
	}

	/**
	 * Refuses who may answer no composition.
	 * @throws DutyRefused when the person may not
	 */
	void requireSponsor(String user) {
		refuseIf(CompositionRightsPolicy.objectionToAnswering(this.people.groupsOf(user)));
	}

	/** The composition that was endorsed last. */
	Optional<Composition> inForce() {
		return this.rows.inState(State.IN_FORCE);
	}

	/** The composition that waits for the sponsor. */
	Optional<Composition> proposed() {
		return this.rows.inState(State.PROPOSED);
	}

	Optional<Composition> find(int number) {
		return this.rows.find(number);
	}

	/**
	 * The composition whose number an address names.
	 * @throws NotThere when there is none
	 */
	Composition require(String number) {
		return Optional.of(number)
			.filter((text) -> NUMBER.matcher(text).matches())
			.flatMap((text) -> find(Integer.parseInt(text)))
			.orElseThrow(() -> new NotThere("There is no composition %s.".formatted(number)));
	}

	/** The newest compositions, newest first. */
	List<Composition> history(int most) {
		return this.rows.newest(most);
	}

	private Composition require(int number) {
		return find(number).orElseThrow(() -> new NotThere("There is no composition %d.".formatted(number)));
	}

	private static void refuseIf(Optional<String> objection) {
		objection.ifPresent((reason) -> {
			throw new DutyRefused(reason);
		});
	}

	private static void requireOpen(Composition composition) {
		if (composition.state() == State.SUPERSEDED) {
			throw new StateRefused(
					"Composition %d is overtaken by a later proposal. Answer that one, at /committee/composition."
						.formatted(composition.number()));
		}
		Endorsement answer = composition.answer();
		if (answer != null) {
			throw new StateRefused("Composition %d was %s by %s already. To change it, the chair proposes another."
				.formatted(composition.number(), (answer.outcome() == Outcome.ENDORSED) ? "endorsed" : "refused",
						answer.by()));
		}
	}

	private void requireSound(Composition composition) {
		List<String> objections = objectionsTo(composition.committee());
		if (!objections.isEmpty()) {
			throw new StateRefused(
					"Composition %d can no longer be endorsed as it was proposed. %s Refuse it, so that the chair proposes another."
						.formatted(composition.number(), String.join(" ", objections)));
		}
	}

	private List<String> objectionsTo(CompositionDraft draft) {
		return CompositionPolicy.objectionsTo(draft, OfficeHolders.now(this.people), LocalDate.now(this.clock));
	}

}

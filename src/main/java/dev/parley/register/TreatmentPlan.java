package dev.parley.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a decision that is in force lets be done.
 *
 * @param caseId the case
 * @param decision number of the decision
 * @param treatment what is done about the risk
 * @param actions its actions in order
 * @param verification what came of it, or null
 * @param verifiedAt when that was found or the time for it was over, or null
 */
public record TreatmentPlan(String caseId, int decision, Treatment treatment, List<Action> actions,
		@Nullable Verification verification, @Nullable Instant verifiedAt) {

	/** An action by its number; empty when there is none. */
	public Optional<Action> action(int number) {
		return this.actions.stream().filter((action) -> action.number() == number).findFirst();
	}

	/**
	 * An action.
	 *
	 * @param number 1 for the first
	 * @param action what is done
	 * @param owner user or group that does it
	 * @param dueOn by when
	 * @param imposed whether a ruling imposed it as a condition
	 * @param result what became of it, or null
	 * @param resultAt since when, or null
	 */
	public record Action(int number, String action, String owner, LocalDate dueOn, boolean imposed,
			@Nullable Result result, @Nullable Instant resultAt) {
	}

	/**
	 * What became of an action.
	 *
	 * @param state whether it is done
	 * @param evidenceLink what shows it, or null
	 * @param remark what its owner adds, or null
	 * @param by who reported it, or null where nobody did in time
	 */
	public record Result(ActionState state, @Nullable String evidenceLink, @Nullable String remark,
			@Nullable String by) {
	}

	/** Whether an action is done. */
	public enum ActionState {

		DONE("Done"), NOT_DONE("Not done"),
		/** Past its grace without a word of its owner. */
		OVERDUE("Overdue");

		private final String label;

		ActionState(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * What a treatment came to.
	 *
	 * @param effect whether it had the effect
	 * @param score the score from then on; null where nothing was verified
	 * @param reasoning why; null where nothing was verified
	 * @param by who verified it, or null
	 */
	public record Verification(Effect effect, @Nullable Score score, @Nullable String reasoning, @Nullable String by) {
	}

	/** Whether a treatment had the effect that it was decided for. */
	public enum Effect {

		EFFECTIVE("Effective"), NOT_EFFECTIVE("Not effective"),
		/** Nobody verified it in time. */
		NOT_VERIFIED("Not verified in time");

		private final String label;

		Effect(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}

package dev.parley.register;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A decision as the owner makes it.
 *
 * @param treatment what is done about the risk
 * @param rationale why
 * @param reviewOn when it is looked at again
 * @param options what was compared
 * @param actions what is to be done
 * @param transfer terms of a transfer
 * @param exemption terms of an exemption
 */
public record DecisionDraft(Treatment treatment, String rationale, LocalDate reviewOn, List<Option> options,
		List<Action> actions, @Nullable Transfer transfer, @Nullable Exemption exemption) {

	/**
	 * The same decision, with the signing of a transfer's contract as one more action.
	 */
	public DecisionDraft withContractAction(String owner) {
		if (this.transfer == null) {
			return this;
		}
		Action signing = new Action("Sign the contract with " + this.transfer.counterparty(), owner,
				this.transfer.contractOn());
		return new DecisionDraft(this.treatment, this.rationale, this.reviewOn, this.options,
				Stream.concat(this.actions.stream(), Stream.of(signing)).toList(), this.transfer, this.exemption);
	}

	/**
	 * An option that was compared.
	 *
	 * @param name what it is
	 * @param benefit what it gains
	 * @param cost what it costs
	 * @param residual the level it leaves
	 */
	public record Option(String name, String benefit, String cost, Level residual) {
	}

	/**
	 * An action of the decision.
	 *
	 * @param action what is done
	 * @param owner user or group that does it
	 * @param dueOn by when
	 */
	public record Action(String action, String owner, LocalDate dueOn) {
	}

	/**
	 * Terms of a transfer.
	 *
	 * @param counterparty who takes the risk over
	 * @param contractOn when the contract is signed
	 */
	public record Transfer(String counterparty, LocalDate contractOn) {
	}

	/**
	 * Terms of an exemption.
	 *
	 * @param deviatesFrom the rule that is not kept
	 * @param compensatingControls what protects instead
	 * @param controlsOwner user or group that answers for these controls, or null for the
	 * deciding group
	 * @param alsoCovers ids of assets that it covers beside that of the case
	 * @param endsOn the last day
	 */
	public record Exemption(String deviatesFrom, String compensatingControls, @Nullable String controlsOwner,
			List<String> alsoCovers, LocalDate endsOn) {
	}

}

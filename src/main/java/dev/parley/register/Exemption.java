package dev.parley.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The permission to deviate from a rule for a while.
 *
 * @param id exemption id
 * @param riskId the risk that is borne meanwhile
 * @param caseId the case in which it was decided
 * @param decision number of the decision
 * @param renews the exemption that it renews, or null
 * @param renewal how many exemptions on the risk went before it
 * @param state where it stands
 * @param terms what is permitted
 * @param days its days
 * @param grant who granted it and on which footing, or null
 */
public record Exemption(String id, String riskId, String caseId, int decision, @Nullable String renews, int renewal,
		ExemptionState state, Terms terms, Days days, @Nullable Grant grant) {

	/**
	 * When its controls are attested next; null while they are, and where they are not
	 * again.
	 */
	public @Nullable LocalDate attestedNext(LocalDate today) {
		return isAhead(this.days.attestOn(), today) ? this.days.attestOn() : null;
	}

	/** When it is reviewed next; null where it is not again. */
	public @Nullable LocalDate reviewedNext(LocalDate today) {
		return isAhead(this.days.reviewOn(), today) ? this.days.reviewOn() : null;
	}

	private boolean isAhead(@Nullable LocalDate day, LocalDate today) {
		return this.state.isLive() && day != null && day.isAfter(today) && !day.isAfter(this.days.endsOn());
	}

	/**
	 * What is permitted.
	 *
	 * @param deviatesFrom the rule that is not kept
	 * @param justification why
	 * @param compensatingControls what protects instead
	 * @param controlsOwner user or group that answers for these controls
	 * @param assets ids of the assets that it covers
	 */
	public record Terms(String deviatesFrom, String justification, String compensatingControls, String controlsOwner,
			List<String> assets) {
	}

	/**
	 * The days of an exemption, in the organisation's time zone.
	 *
	 * @param requestedAt when it was decided
	 * @param grantedAt since when it is in force, or null
	 * @param originalEnd last day of the first exemption of those that renew each other
	 * @param endsOn its last day
	 * @param lookAgainOn when the decision said that it is looked at again
	 * @param attestOn when its controls are attested next, or null
	 * @param reviewOn when the review before its last day begins, or null
	 */
	public record Days(Instant requestedAt, @Nullable Instant grantedAt, LocalDate originalEnd, LocalDate endsOn,
			LocalDate lookAgainOn, @Nullable LocalDate attestOn, @Nullable LocalDate reviewOn) {
	}

	/**
	 * Who granted it, as of that day.
	 *
	 * @param approver who, by name
	 * @param role in which role
	 * @param level the level of the risk, or null where it was not known
	 * @param models the deployment whose models and rules it was decided under
	 */
	public record Grant(String approver, String role, @Nullable Level level, String models) {
	}

}

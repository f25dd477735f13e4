package dev.parley.register;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How far exemptions at a level go.
 *
 * @param longest how long one may last, in days
 * @param attestation how often its controls are attested, in days
 * @param review how long before its last day its review begins, in days
 * @param renewals how often it may be renewed
 * @param factor by which each renewal is shorter, above 0 and up to 1
 */
public record ExemptionLimit(int longest, int attestation, int review, int renewals, double factor) {

	/** Whether one may follow after so many exemptions on the same risk. */
	public boolean allows(int renewal) {
		return renewal <= this.renewals;
	}

	/**
	 * The latest last day of an exemption that is decided on a day; one day at least.
	 * @param today the day of the decision
	 * @param renewal how many exemptions on the risk went before
	 */
	public LocalDate latestEnd(LocalDate today, int renewal) {
		BigDecimal shorter = BigDecimal.valueOf(this.factor).pow(renewal).multiply(BigDecimal.valueOf(this.longest));
		return today.plusDays(Math.max(1, shorter.longValue()));
	}

}

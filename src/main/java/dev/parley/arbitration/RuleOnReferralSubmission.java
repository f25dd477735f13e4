package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;

import dev.parley.submission.Submission;

/**
 * The answers of the form RuleOnReferral.
 *
 * @param ruling what the chief risk officer rules
 * @param conditions what is imposed; none but with
 * {@link Ruling.Outcome#IMPOSE_CONDITIONS}
 * @param reasons why
 */
record RuleOnReferralSubmission(Ruling.Outcome ruling, List<Condition> conditions, String reasons) {

	/**
	 * Reads a ruling.
	 * @param decided whether there is a decision that can be upheld
	 * @param today the earliest day by which a condition may be due
	 */
	static RuleOnReferralSubmission read(Submission submission, boolean decided, LocalDate today) {
		Ruling.Outcome ruling = submission.choice("ruling", "Ruling", Ruling.Outcome.class);
		String reasons = submission.text("reasons", "Reasons", Submission.TEXT);
		submission.stopIfFaulty();
		OutcomeRules.requireDecisionToUphold(submission, "Ruling (ruling)", ruling, decided);
		return new RuleOnReferralSubmission(ruling, OutcomeRules.conditions(submission, ruling, today), reasons);
	}

}

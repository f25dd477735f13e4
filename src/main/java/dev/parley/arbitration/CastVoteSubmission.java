package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form CastVote: a vote or a recusal, never both.
 *
 * @param vote what the member votes for; null for a recusal
 * @param recusalReason why the member does not vote; null for a vote
 * @param conditions what the member would impose; none but with
 * {@link Vote#IMPOSE_CONDITIONS}
 * @param comment what the member adds
 */
record CastVoteSubmission(@Nullable Vote vote, @Nullable String recusalReason, List<Condition> conditions,
		@Nullable String comment) {

	/**
	 * Reads a ballot.
	 * @param decided whether there is a decision that can be upheld
	 * @param today the earliest day by which a condition may be due
	 */
	static CastVoteSubmission read(Submission submission, boolean decided, LocalDate today) {
		boolean conflict = submission.checked("conflict", "Conflict of interest");
		String comment = submission.optionalText("comment", "Comment", Submission.TEXT);
		submission.stopIfFaulty();
		return conflict ? recusal(submission, comment) : vote(submission, decided, today, comment);
	}

	private static CastVoteSubmission recusal(Submission submission, @Nullable String comment) {
		for (String key : List.of("vote", "conditions")) {
			if (submission.isAnswered(key)) {
				submission.refuse(("Who declares a conflict of interest (conflict) does not vote: leave %s out,"
						+ " or declare no conflict.")
					.formatted(key));
			}
		}
		return new CastVoteSubmission(null, submission.text("recusalReason", "Recusal reason", Submission.TEXT),
				List.of(), comment);
	}

	private static CastVoteSubmission vote(Submission submission, boolean decided, LocalDate today,
			@Nullable String comment) {
		if (submission.isAnswered("recusalReason")) {
			submission.refuse("A recusal reason (recusalReason) belongs to a conflict of interest:"
					+ " declare it (conflict), or leave the reason out.");
		}
		Vote vote = submission.choice("vote", "Vote", Vote.class);
		submission.stopIfFaulty();
		OutcomeRules.requireDecisionToUphold(submission, "Vote (vote)", vote, decided);
		return new CastVoteSubmission(vote, null, OutcomeRules.conditions(submission, vote, today), comment);
	}

}

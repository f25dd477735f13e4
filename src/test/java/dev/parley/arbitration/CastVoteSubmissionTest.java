package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CastVoteSubmissionTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final Map<String, Object> answers = new HashMap<>();

	private boolean decided = true;

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPOSE_CONDITIONS")
	void readsAVote(Vote vote) {
		this.answers.put("vote", vote.name());

		assertThat(read()).isEqualTo(new CastVoteSubmission(vote, null, List.of(), null));
	}

	@Test
	void readsConditionsWithTheVoteThatImposesThem() {
		this.answers.put("conflict", false);
		this.answers.put("vote", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", "Patch the gateway | cio | 2026-11-22\r\n");
		this.answers.put("comment", " Not without it. ");

		assertThat(read()).isEqualTo(new CastVoteSubmission(Vote.IMPOSE_CONDITIONS, null,
				List.of(new Condition("Patch the gateway", "cio", TODAY)), "Not without it."));
	}

	@Test
	void readsARecusal() {
		recuse();
		this.answers.put("comment", "Ask my alternate.");

		assertThat(read())
			.isEqualTo(new CastVoteSubmission(null, "My team runs the gateway.", List.of(), "Ask my alternate."));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \r\n" })
	void countsBlankAnswersAsAbsent(String blank) {
		this.answers.put("vote", "ABSTAIN");
		List.of("conflict", "recusalReason", "conditions", "comment").forEach((key) -> this.answers.put(key, blank));

		assertThat(read()).isEqualTo(new CastVoteSubmission(Vote.ABSTAIN, null, List.of(), null));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "\u200b" })
	void refusesARecusalWithoutAReason(String reason) {
		recuse();
		this.answers.put("recusalReason", reason);

		assertRefused("Recusal reason (recusalReason) is missing.");
	}

	@ParameterizedTest
	@CsvSource({ "vote, ABSTAIN", "vote, NONSENSE", "conditions, Patch | cio | 2026-12-24", "conditions, nonsense" })
	void refusesAVoteByWhoDeclaresAConflict(String key, String value) {
		recuse();
		this.answers.put(key, value);

		assertRefused("Who declares a conflict of interest (conflict) does not vote: leave %s out,".formatted(key)
				+ " or declare no conflict.");
	}

	@Test
	void refusesABallotWithNothing() {
		this.decided = false;

		assertRefused("Vote (vote) is missing.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "uphold_decision", "YES", "UPHOLD_DECISION " })
	void refusesAnotherVote(String vote) {
		this.answers.put("vote", vote);

		assertRefused("Vote (vote) must be one of UPHOLD_DECISION, UPHOLD_OBJECTION, IMPOSE_CONDITIONS, REFER_TO_CRO,"
				+ " ABSTAIN, not \"%s\".".formatted(vote));
	}

	@Test
	void refusesARecusalReasonWithoutAConflict() {
		this.answers.put("vote", "ABSTAIN");
		this.answers.put("recusalReason", "My team runs the gateway.");

		assertRefused("A recusal reason (recusalReason) belongs to a conflict of interest:"
				+ " declare it (conflict), or leave the reason out.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPOSE_CONDITIONS")
	void refusesConditionsWithAnotherVote(Vote vote) {
		this.answers.put("vote", vote.name());
		this.answers.put("conditions", "nonsense");

		assertRefused("Conditions (conditions) belong to IMPOSE_CONDITIONS; leave them out for %s.".formatted(vote));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { " ", "\n\n" })
	void refusesToImposeNoConditions(String conditions) {
		this.answers.put("vote", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", conditions);

		assertRefused("Conditions (conditions) are missing: IMPOSE_CONDITIONS needs one at least.");
	}

	@Test
	void refusesAConditionThatIsNotUnderstood() {
		this.answers.put("vote", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", "Patch | cio | 2026-11-21");

		assertRefused("Conditions (conditions), line 1, \"Patch | cio | 2026-11-21\":"
				+ " Date (part 3) is 2026-11-21; it cannot be before 2026-11-22."
				+ " Write it as: text | user or group | date such as 2026-12-24.");
	}

	@Test
	void refusesToUpholdADecisionThatThereIsNot() {
		this.decided = false;
		this.answers.put("vote", "UPHOLD_DECISION");

		assertRefused("Vote (vote) is UPHOLD_DECISION, but the owner has not decided yet:"
				+ " there is no decision to uphold. Choose another outcome.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "UPHOLD_DECISION", "IMPOSE_CONDITIONS" })
	void readsAnyOtherVoteWithoutADecision(Vote vote) {
		this.decided = false;
		this.answers.put("vote", vote.name());

		assertThat(read().vote()).isEqualTo(vote);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "on", "1" })
	void refusesAConflictThatIsNoCheckmark(String conflict) {
		recuse();
		this.answers.put("conflict", conflict);

		assertRefused("Conflict of interest (conflict) must be true or false, not \"%s\".".formatted(conflict));
	}

	@ParameterizedTest
	@CsvSource({ "comment, Comment", "recusalReason, Recusal reason" })
	void refusesATextThatIsTooLong(String key, String label) {
		recuse();
		this.answers.put(key, "x".repeat(4000));
		assertThat(read().recusalReason()).isNotNull();

		this.answers.put(key, "x".repeat(4001));
		assertRefused("%s (%s) has 4,001 characters; 4,000 are allowed.".formatted(label, key));
	}

	@ParameterizedTest
	@CsvSource({ "comment, Comment", "recusalReason, Recusal reason" })
	void refusesACharacterThatCannotBeStored(String key, String label) {
		recuse();
		this.answers.put(key, "a\0b");

		assertRefused("%s (%s) has a control character, which cannot be stored. Remove it.".formatted(label, key));
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.put("vote", "ABSTAIN");
		this.answers.put("member", "member2");

		assertRefused("This form does not ask for: [member]. Leave it out.");
	}

	private void recuse() {
		this.answers.put("conflict", true);
		this.answers.put("recusalReason", "My team runs the gateway.");
	}

	private CastVoteSubmission read() {
		Submission submission = new Submission(this.answers);
		CastVoteSubmission ballot = CastVoteSubmission.read(submission, this.decided, TODAY);
		submission.close();
		return ballot;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}

package dev.parley.arbitration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/** Reads a proposed composition, and tells all that is wrong with it, seat by seat. */
final class CompositionSubmission {

	private final List<String> faults = new ArrayList<>();

	private CompositionSubmission() {
	}

	/**
	 * Reads what was submitted.
	 * @throws CompositionRefused when something is missing, wrong or unknown
	 */
	static CompositionDraft read(Map<String, @Nullable Object> body) {
		return new CompositionSubmission().draft(body);
	}

	private CompositionDraft draft(Map<String, @Nullable Object> body) {
		Submission submission = new Submission(body);
		String chair = submission.text("chair", "Chair", Submission.LINE);
		String alternateChair = submission.text("alternateChair", "Alternate chair", Submission.LINE);
		if (!submission.isAnswered("seats")) {
			submission.refuse("List of members (seats) is missing.");
		}
		close(submission, "");
		List<CommitteeSeat> seats = seats(body.get("seats"));
		if (!this.faults.isEmpty()) {
			throw new CompositionRefused(this.faults);
		}
		return new CompositionDraft(chair, alternateChair, seats);
	}

	private List<CommitteeSeat> seats(@Nullable Object value) {
		if (!(value instanceof List<?> rows)) {
			if (this.faults.isEmpty()) {
				this.faults.add("List of members (seats) must be a list, with an object for each member.");
			}
			return List.of();
		}
		if (rows.size() > CompositionPolicy.MOST_MEMBERS) {
			this.faults.add("List of members (seats) has %d entries; %d are possible. Leave members out."
				.formatted(rows.size(), CompositionPolicy.MOST_MEMBERS));
			return List.of();
		}
		List<CommitteeSeat> seats = new ArrayList<>();
		rows.forEach((row) -> seats.add(seat(row, "Member %d: ".formatted(seats.size() + 1))));
		return seats;
	}

	/** A missing function is left to the policy, to be told with all else. */
	private CommitteeSeat seat(@Nullable Object row, String place) {
		Map<String, @Nullable Object> keys = new HashMap<>();
		if (row instanceof Map<?, ?> object) {
			object.forEach((key, value) -> keys.put(String.valueOf(key), value));
		}
		Submission submission = new Submission(keys);
		String function = submission.optionalText("function", "Function", Submission.LINE);
		CommitteeSeat seat = new CommitteeSeat(submission.text("member", "Member", Submission.LINE),
				Objects.requireNonNullElse(function, ""), submission.date("termFrom", "First day of the term"),
				submission.date("termTo", "Last day of the term"));
		close(submission, place);
		return seat;
	}

	private void close(Submission submission, String place) {
		try {
			submission.close();
		}
		catch (SubmissionRefused ex) {
			this.faults.add(place + ex.getMessage());
		}
	}

}

package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;

/**
 * Reads conditions, one per line: what is to be done, who does it, by when. Lines are
 * counted without the blank ones.
 */
final class Conditions {

	/** Most conditions of one vote or ruling. */
	private static final int MOST = 20;

	private static final int QUOTED = 60;

	private static final char FIXED_SPACE = '\u00a0';

	private static final String WAY_OUT = "Write it as: text | user or group | date such as 2026-12-24.";

	private final Submission submission;

	private final String label;

	private final LocalDate today;

	private Conditions(Submission submission, String label, LocalDate today) {
		this.submission = submission;
		this.label = label;
		this.today = today;
	}

	/**
	 * The conditions under a key; none when it is absent or when they were not
	 * understood.
	 * @param today the earliest day by which a condition may be due
	 */
	static List<Condition> read(Submission submission, String key, String label, LocalDate today) {
		List<String> lines = submission.lines(key, label, MOST, Submission.TEXT);
		if (lines.size() > MOST) {
			return List.of();
		}
		Conditions conditions = new Conditions(submission, "%s (%s)".formatted(label, key), today);
		return IntStream.rangeClosed(1, lines.size())
			.mapToObj((number) -> conditions.condition(number, lines.get(number - 1)))
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<Condition> condition(int number, String line) {
		List<String> parts = parts(line);
		if (parts.size() != 3) {
			return refuse(number, line, "It needs 3 parts divided by |, not %d.".formatted(parts.size()));
		}
		try {
			return Optional.of(condition(parts));
		}
		catch (SubmissionRefused ex) {
			return refuse(number, line, ex.getMessage());
		}
	}

	/** The parts, without the space around them, be it the fixed one of a text editor. */
	private static List<String> parts(String line) {
		return Stream.of(line.replace(FIXED_SPACE, ' ').split("\\|", -1)).map(String::strip).toList();
	}

	/** Holds each part to the rules of an answer. */
	private Condition condition(List<String> parts) {
		Submission line = new Submission(
				Map.of("part 1", parts.get(0), "part 2", parts.get(1), "part 3", parts.get(2)));
		Condition condition = new Condition(line.text("part 1", "Text", Submission.LINE),
				line.text("part 2", "User or group", Submission.LINE), line.dateFrom("part 3", "Date", this.today));
		line.close();
		return condition;
	}

	private Optional<Condition> refuse(int number, String line, String fault) {
		this.submission
			.refuse("%s, line %d, \"%s\": %s %s".formatted(this.label, number, shortened(line), fault, WAY_OUT));
		return Optional.empty();
	}

	private static String shortened(String line) {
		return (line.length() <= QUOTED) ? line : line.substring(0, QUOTED) + "…";
	}

}

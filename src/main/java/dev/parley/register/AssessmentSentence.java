package dev.parley.register;

import java.util.Locale;

/** Says in a sentence or two what the comparison of both positions came to. */
final class AssessmentSentence {

	private AssessmentSentence() {
	}

	static String of(Assessment assessment, Asset asset) {
		return gap(assessment) + " " + band(assessment, asset);
	}

	private static String gap(Assessment assessment) {
		Integer gap = assessment.gap();
		if (gap == null) {
			return missing(assessment);
		}
		return switch (gap) {
			case 0 -> "Both sides rate the risk alike.";
			case 1 -> "The two positions are one level apart.";
			default -> "The two positions are %d levels apart.".formatted(gap);
		};
	}

	private static String missing(Assessment assessment) {
		if (assessment.it() == null && assessment.security() == null) {
			return "Neither side stated its position in time, so the risk counts as above tolerance.";
		}
		return (assessment.it() == null) ? "The IT position was not stated in time."
				: "The security position was not stated in time, so the risk counts as above tolerance at least.";
	}

	private static String band(Assessment assessment, Asset asset) {
		Level level = assessment.level();
		Appetite appetite = assessment.appetite();
		String limits = "(assets of the class %s: appetite %s, tolerance %s, capacity %s)".formatted(
				asset.assetClass().label().toLowerCase(Locale.ROOT), words(appetite.appetite()),
				words(appetite.tolerance()), words(appetite.capacity()));
		if (level == null) {
			return "It is not rated " + limits + ".";
		}
		return "The %s, %s, is %s %s.".formatted(assessment.isComplete() ? "higher level" : "level stated",
				words(level), appetite.bandOf(level).label().toLowerCase(Locale.ROOT), limits);
	}

	private static String words(Level level) {
		return level.label().toLowerCase(Locale.ROOT);
	}

}

package dev.parley.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.identity.Side;
import dev.parley.register.Assessment.Levels;
import dev.parley.register.Position.Statement;
import dev.parley.register.RiskRatings.Rating;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The positions of a case in words: only once both are in or their time is over, with the
 * versions before.
 */
@Component
class PositionsSoFar {

	private final Positions positions;

	private final RiskRatings ratings;

	private final Wording wording;

	PositionsSoFar(Positions positions, RiskRatings ratings, Wording wording) {
		this.positions = positions;
		this.ratings = ratings;
		this.wording = wording;
	}

	List<Map<String, @Nullable Object>> of(RiskCase riskCase) {
		List<Position> disclosed = this.positions.disclosed(riskCase.caseId());
		List<Position> superseded = disclosed.isEmpty() ? List.of() : this.positions.superseded(riskCase.caseId());
		return disclosed.stream().map((position) -> shown(position, riskCase, superseded)).toList();
	}

	/**
	 * A position that was stated after the case was over is not what the case was rated
	 * by.
	 */
	private static @Nullable Levels levels(Position position, RiskCase riskCase) {
		Assessment assessment = riskCase.assessment();
		boolean later = riskCase.overSince() != null && position.at().isAfter(riskCase.overSince());
		return (assessment == null || later) ? null : assessment.levelsOf(position.side());
	}

	/** A score that was verified in this case is not what the case was decided by. */
	private @Nullable Level verifiedLevel(RiskCase riskCase, @Nullable Levels levels) {
		return this.ratings.of(String.valueOf(riskCase.riskId()))
			.stream()
			.filter((rating) -> rating.cause() == RatingCause.VERIFICATION && riskCase.caseId().equals(rating.caseId()))
			.findFirst()
			.map(Rating::level)
			.orElse((levels != null) ? levels.current() : null);
	}

	private Map<String, @Nullable Object> shown(Position position, RiskCase riskCase, List<Position> superseded) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("side", (position.side() == Side.IT) ? "IT" : "Security");
		shown.put("status", status(position));
		shown.put("statedBy", this.wording.name(position.statedBy()));
		shown.put("statedOn", this.wording.day(position.at()));
		shown.put("history", history(position.side(), superseded));
		Statement statement = position.statement();
		if (statement != null) {
			Levels levels = levels(position, riskCase);
			putStatement(shown, statement, levels);
			if (position.verified()) {
				shown.put("current", words(statement.current(), verifiedLevel(riskCase, levels)));
				shown.remove("residual");
			}
		}
		return shown;
	}

	private static String status(Position position) {
		if (position.isMissing()) {
			return "Missing";
		}
		return position.verified() ? "Verified after the treatment" : "Stated";
	}

	private void putStatement(Map<String, @Nullable Object> shown, Statement statement, @Nullable Levels levels) {
		shown.put("current", words(statement.current(), (levels != null) ? levels.current() : null));
		shown.put("residual", words(statement.residual(), (levels != null) ? levels.residual() : null));
		shown.put("reasoning", statement.reasoning());
		shown.put("costOfDelay", statement.costOfDelay());
		shown.put("threat", statement.threat());
		shown.put("evidence", statement.evidence());
		shown.put("requestedBy", statement.requestedBy());
	}

	private static String words(Score score, @Nullable Level level) {
		return "%s: %s".formatted(words(score), (level != null) ? level.label() : "not rated in this case");
	}

	private static String words(Score score) {
		return "likelihood %d, impact %d".formatted(score.likelihood(), score.impact());
	}

	private @Nullable String history(Side side, List<Position> superseded) {
		String words = superseded.stream()
			.filter((position) -> position.side() == side)
			.map(this::words)
			.collect(Collectors.joining("\n"));
		return words.isEmpty() ? null : words;
	}

	private static String labelled(String label, @Nullable String text) {
		return (text != null) ? label + text : "";
	}

	private String words(Position earlier) {
		Statement statement = earlier.statement();
		if (statement == null) {
			return "Before: missing on %s.".formatted(this.wording.day(earlier.at()));
		}
		String score = earlier.verified() ? words(statement.current()) + ", verified after the treatment"
				: "%s today, %s after the measures, stated".formatted(words(statement.current()),
						words(statement.residual()));
		String said = "Before: %s by %s on %s. %s".formatted(score, this.wording.name(earlier.statedBy()),
				this.wording.day(earlier.at()), statement.reasoning());
		return said + labelled(" Evidence: ", statement.evidence())
				+ labelled(" Asked for by: ", statement.requestedBy());
	}

}

package dev.parley.change;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.parley.change.AppetiteChange.Move;
import dev.parley.change.AppetiteChange.Moved;
import dev.parley.register.Appetite;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts changes of the appetite in words. */
@Component
class AppetitePage {

	private final DateTimeFormatter moment;

	AppetitePage(Clock clock) {
		this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	Change change(AppetiteChange change) {
		return new Change(change.number(), this.moment.format(change.at()), sum(change),
				change.rows().stream().map(AppetitePage::row).toList(),
				change.moves()
					.stream()
					.filter((move) -> move.before() != move.after())
					.map(AppetitePage::move)
					.toList(),
				change.risks().stream().map(AppetitePage::risk).toList(), change.moved() - change.risks().size(),
				change.outdated()
					.stream()
					.map((one) -> new Decision(one.caseId(), one.riskId(), one.title(), one.treatment().label(),
							one.detail()))
					.toList(),
				outdated(change.outdatedInAll()));
	}

	private static String sum(AppetiteChange change) {
		String moved = risks(change.moved()) + ((change.moved() == 1) ? " is" : " are") + " in another band.";
		return moved + switch ((int) Math.min(2, change.stayed())) {
			case 0 -> "";
			case 1 -> " One is measured otherwise and stays in its band.";
			default -> " %d are measured otherwise and stay in their bands.".formatted(change.stayed());
		};
	}

	private static String risks(long count) {
		return count + ((count == 1) ? " open risk" : " open risks");
	}

	private static @Nullable String outdated(long count) {
		if (count == 0) {
			return null;
		}
		return (count == 1) ? "1 acceptance or exemption became outdated, and is reviewed."
				: count + " acceptances and exemptions became outdated, and are reviewed.";
	}

	private static Row row(AppetiteChange.Row row) {
		return new Row(row.assetClass().label(), row.category().label(), words(row.before()), words(row.after()));
	}

	private static String words(Appetite appetite) {
		return "%s, %s, %s".formatted(appetite.appetite().label(), appetite.tolerance().label(),
				appetite.capacity().label());
	}

	private static Way move(Move move) {
		return new Way(move.before().label(), move.after().label(), move.risks());
	}

	private static Risk risk(Moved risk) {
		Level level = risk.level();
		Level before = risk.levelBefore();
		return new Risk(risk.riskId(), risk.title(), (level != null) ? level.name() : null,
				(level != null) ? level.label() : null,
				(before != null && !Objects.equals(before, level)) ? before.label() : null, risk.before().label(),
				risk.after().label());
	}

	/**
	 * A change.
	 *
	 * @param number its number
	 * @param at when
	 * @param sum what it came to, in a sentence
	 * @param rows rows of the table that changed
	 * @param ways how many risks went which way
	 * @param risks risks in another band that the reader may open
	 * @param more how many more there are
	 * @param decisions decisions that it made outdated, which the reader may open
	 * @param outdated how many it made outdated, in a sentence; null for none
	 */
	record Change(int number, String at, String sum, List<Row> rows, List<Way> ways, List<Risk> risks, long more,
			List<Decision> decisions, @Nullable String outdated) {
	}

	/**
	 * A row of the table.
	 *
	 * @param assetClass class of the asset
	 * @param category category of the risk
	 * @param before appetite, tolerance and capacity before
	 * @param after and since
	 */
	record Row(String assetClass, String category, String before, String after) {
	}

	/**
	 * How many risks went one way.
	 *
	 * @param before the band before
	 * @param after the band since
	 * @param risks how many
	 */
	record Way(String before, String after, long risks) {
	}

	/**
	 * A risk.
	 *
	 * @param riskId risk id
	 * @param title what it is about
	 * @param levelCode its level since, or null
	 * @param levelLabel that level in words, or null
	 * @param levelBefore the level before, where that was another one
	 * @param before the band before
	 * @param after the band since
	 */
	record Risk(String riskId, String title, @Nullable String levelCode, @Nullable String levelLabel,
			@Nullable String levelBefore, String before, String after) {
	}

	/**
	 * A decision that is outdated.
	 *
	 * @param caseId the case in which it was taken
	 * @param riskId the risk
	 * @param title what that is about
	 * @param treatment what was decided
	 * @param detail what changed
	 */
	record Decision(String caseId, String riskId, String title, String treatment, String detail) {
	}

}

package dev.parley.change;

import java.time.Instant;
import java.util.List;

import dev.parley.register.Appetite;
import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rules by which the register is rated, and what it came to.
 *
 * @param number its number; a later one is higher
 * @param models the deployment that brought it
 * @param at when the register was rated by it
 * @param rows the rows of RiskAppetite that changed
 * @param moves how many open risks it rated anew, by their bands before and after
 * @param risks those in another band that the reader may open, as far as they are listed
 * @param outdated acceptances and exemptions that it made outdated, likewise
 * @param outdatedInAll how many acceptances and exemptions it made outdated
 */
record AppetiteChange(int number, String models, Instant at, List<Row> rows, List<Move> moves, List<Moved> risks,
		List<Outdated> outdated, long outdatedInAll) {

	/** How many open risks are in another band by it. */
	long moved() {
		return this.moves.stream().filter((move) -> move.before() != move.after()).mapToLong(Move::risks).sum();
	}

	/** How many open risks are measured otherwise and stay in their band. */
	long stayed() {
		return this.moves.stream().filter((move) -> move.before() == move.after()).mapToLong(Move::risks).sum();
	}

	/**
	 * A row that changed.
	 *
	 * @param assetClass class of the asset
	 * @param category category of the risk
	 * @param before what it was
	 * @param after what it is
	 */
	record Row(AssetClass assetClass, Category category, Appetite before, Appetite after) {
	}

	/**
	 * Risks that went the same way.
	 *
	 * @param before the band that they were in
	 * @param after the band that they are in since
	 * @param risks how many
	 */
	record Move(Band before, Band after, long risks) {
	}

	/**
	 * A risk that is in another band.
	 *
	 * @param riskId risk id
	 * @param title what it is about
	 * @param levelBefore the level that it had, or null
	 * @param level the level that it has since, or null
	 * @param before the band that it was in
	 * @param after the band that it is in since
	 */
	record Moved(String riskId, String title, @Nullable Level levelBefore, @Nullable Level level, Band before,
			Band after) {
	}

	/**
	 * A decision that is outdated by it.
	 *
	 * @param caseId the case in which it was taken
	 * @param riskId the risk
	 * @param title what that is about
	 * @param treatment what was decided
	 * @param cause what changed
	 * @param detail the same in a sentence
	 */
	record Outdated(String caseId, String riskId, String title, Treatment treatment, OutdatingCause cause,
			String detail) {
	}

}

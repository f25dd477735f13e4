package dev.parley.arbitration;

import java.time.Instant;

import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.register.AssetClass;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A past ruling.
 *
 * @param caseId the case
 * @param referral number of the referral in its case
 * @param number number of the ruling on that referral; 2 came of an appeal
 * @param title what was at risk
 * @param category what it concerned
 * @param level level of the risk at the time, once rated
 * @param assetClass whom the asset belongs to, once identified
 * @param reason why the case was handed up
 * @param ruledBy who ruled
 * @param outcome what was ruled
 * @param state whether it is in force, or was set aside on appeal
 * @param votes the votes that it comes from; null when the chief risk officer ruled
 * @param conditions how many conditions it imposes
 * @param dissent whether it upholds a decision that the CISO objects to
 * @param givenAt when it was given
 * @param inForceSince since when it is in force; null when it never was
 */
record PastRuling(String caseId, int referral, int number, String title, Category category, @Nullable Level level,
		@Nullable AssetClass assetClass, Reason reason, Authority ruledBy, Outcome outcome, PastState state,
		@Nullable Votes votes, long conditions, boolean dissent, Instant givenAt, @Nullable Instant inForceSince) {

	/** The key after which a page of rulings begins. */
	String key() {
		return new RulingKey(this.caseId, this.referral, this.number).toString();
	}

	/** What became of a ruling that is no longer waiting to be acknowledged. */
	@Schema(name = "PastRulingState")
	enum PastState {

		IN_FORCE, SET_ASIDE;

		String label() {
			return Ruling.State.valueOf(name()).label();
		}

	}

	/**
	 * How the committee voted.
	 *
	 * @param inFavour votes for the outcome
	 * @param against votes for anything else
	 * @param abstained members who abstained
	 */
	record Votes(int inFavour, int against, int abstained) {
	}

}

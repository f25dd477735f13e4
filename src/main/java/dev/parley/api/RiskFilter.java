package dev.parley.api;

import java.util.HashMap;
import java.util.Map;

import dev.parley.api.RiskOverview.RiskState;
import dev.parley.submission.Submission;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;

/**
 * Which risks of the list are asked for; null asks for all.
 *
 * @param state where the risk stands
 * @param unacceptableState why it is above tolerance
 * @param assetId the asset
 * @param words words that its title or scenario has, in whatever case
 */
record RiskFilter(@Nullable RiskState state, @Nullable UnacceptableState unacceptableState, @Nullable String assetId,
		@Nullable String words) {

	/**
	 * The condition in SQL on the risk {@code r} and its unacceptable state {@code u}.
	 */
	static final String MATCHES = """
			(cast(:state as text) is null or r.state = :state)
			   and (cast(:unacceptableState as text) is null or u.state = :unacceptableState)
			   and (cast(:assetId as text) is null or r.asset_id = :assetId)
			   and (cast(:words as text) is null or position(lower(cast(:words as text)) in lower(r.title)) > 0
			        or position(lower(cast(:words as text)) in lower(r.scenario)) > 0)
			""";

	static RiskFilter read(Submission parameters) {
		RiskFilter filter = new RiskFilter(parameters.optionalChoice("state", "State", RiskState.class),
				parameters.optionalChoice("unacceptableState", "Unacceptable state", UnacceptableState.class),
				parameters.optionalText("assetId", "Asset", Submission.LINE),
				parameters.optionalText("q", "Words", Submission.LINE));
		parameters.close();
		return filter;
	}

	Map<String, @Nullable Object> parameters() {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("state", (this.state != null) ? this.state.name() : null);
		parameters.put("unacceptableState", (this.unacceptableState != null) ? this.unacceptableState.name() : null);
		parameters.put("assetId", this.assetId);
		parameters.put("words", this.words);
		return parameters;
	}

}

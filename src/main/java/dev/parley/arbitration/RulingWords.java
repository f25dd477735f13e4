package dev.parley.arbitration;

import java.util.HashMap;
import java.util.Map;

import dev.parley.arbitration.HearingRows.RulingRow;
import dev.parley.arbitration.HearingRows.Votes;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a ruling in words. */
@Component
class RulingWords {

	private final Wording wording;

	RulingWords(Wording wording) {
		this.wording = wording;
	}

	Map<String, @Nullable Object> shown(RulingRow row) {
		Ruling ruling = row.ruling();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("by", (ruling.by() == Authority.COMMITTEE) ? "Steering committee" : "Chief risk officer");
		shown.put("givenBy", this.wording.name(ruling.givenBy()));
		shown.put("outcome", ruling.outcome().label());
		shown.put("sentence", sentence(row));
		shown.put("reasons", ruling.reasons());
		shown.put("presiding", this.wording.name(row.presiding()));
		shown.put("on", this.wording.day(ruling.at()));
		shown.put("state", ruling.state().label());
		shown.put("conditions", ruling.conditions().stream().map(this::shown).toList());
		return shown;
	}

	private Map<String, String> shown(Condition condition) {
		return Map.of("condition", condition.text(), "owner", this.wording.owner(condition.owner()), "due",
				condition.dueOn().toString());
	}

	/** A condition in a line. */
	String line(Condition condition) {
		return "%s; %s; %s".formatted(condition.text(), this.wording.owner(condition.owner()), condition.dueOn());
	}

	/** Who ruled what, when, and by how many votes. */
	String sentence(RulingRow row) {
		Ruling ruling = row.ruling();
		String set = (ruling.state() == Ruling.State.SET_ASIDE) ? " It was set aside on appeal." : "";
		return "%s %s%s on %s%s.%s".formatted(who(ruling), verb(ruling), votes(row.votes()),
				this.wording.day(ruling.at()), presiding(row), set);
	}

	private String who(Ruling ruling) {
		String name = this.wording.name(ruling.givenBy());
		return "The " + ruling.by().label() + ((name != null) ? ", " + name + "," : "");
	}

	private static String verb(Ruling ruling) {
		int conditions = ruling.conditions().size();
		return switch (ruling.outcome()) {
			case UPHOLD_DECISION -> "upheld the decision";
			case UPHOLD_OBJECTION ->
				(ruling.decision() != null) ? "did not confirm the decision" : "upheld the objection";
			case IMPOSE_CONDITIONS ->
				(conditions == 1) ? "imposed a condition" : "imposed %d conditions".formatted(conditions);
		};
	}

	private static String votes(@Nullable Votes votes) {
		if (votes == null) {
			return "";
		}
		String counted = "%d of %d votes".formatted(votes.counted(), votes.cast());
		return votes.carried() ? " with " + counted : ", for which there were " + counted + ",";
	}

	private String presiding(RulingRow row) {
		String name = this.wording.name(row.presiding());
		return (name != null) ? ", " + name + " presiding" : "";
	}

}

package dev.parley.arbitration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.arbitration.HearingRows.NoteRow;
import dev.parley.arbitration.HearingRows.PleaRow;
import dev.parley.arbitration.HearingRows.RefusalRow;
import dev.parley.arbitration.HearingRows.RulingRow;
import dev.parley.arbitration.RoundRows.RoundRow;
import dev.parley.arbitration.RoundRows.SeatRow;
import dev.parley.arbitration.RoundRows.TallyRow;
import dev.parley.arbitration.Rounds.Cause;
import dev.parley.identity.Side;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what was said and done in an arbitration. */
@Component
class ArbitrationWords {

	private final Wording wording;

	private final RulingWords rulings;

	ArbitrationWords(Wording wording, RulingWords rulings) {
		this.wording = wording;
		this.rulings = rulings;
	}

	List<Map<String, @Nullable Object>> pleas(List<PleaRow> pleas) {
		return pleas.stream().map(this::shown).toList();
	}

	private Map<String, @Nullable Object> shown(PleaRow plea) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("side", side(plea.side()));
		shown.put("status", (plea.plea() != null) ? "Given" : "Not given in time");
		shown.put("plea", plea.plea());
		shown.put("wouldAccept", plea.wouldAccept());
		shown.put("links", plea.links());
		shown.put("by", this.wording.name(plea.by()));
		shown.put("on", this.wording.day(plea.at()));
		return shown;
	}

	List<Map<String, String>> refusals(List<RefusalRow> refusals) {
		return refusals.stream()
			.map((refusal) -> Map.of("reason", refusal.reason(), "on", this.wording.day(refusal.at())))
			.toList();
	}

	List<Map<String, @Nullable Object>> rounds(List<RoundRow> rounds) {
		return rounds.stream().map(this::shown).toList();
	}

	private Map<String, @Nullable Object> shown(RoundRow round) {
		TallyRow tally = round.tally();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("label", (round.number() == 1) ? "First call" : "Second call");
		shown.put("presiding", this.wording.name(round.presiding()));
		shown.put("on", this.wording.day(round.calledAt()));
		shown.put("result", (tally != null) ? tally.result().label() : "Not counted");
		shown.put("counts",
				(tally != null) ? tally.counts()
					.stream()
					.map((count) -> Map.of("label", count.label(), "count", count.count()))
					.toList() : List.of());
		shown.put("ballots", round.seats().stream().map(this::shown).toList());
		return shown;
	}

	private Map<String, @Nullable Object> shown(SeatRow seat) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("member", this.wording.name(seat.member()));
		shown.put("function", seat.function());
		shown.put("vote", vote(seat));
		shown.put("comment", seat.comment());
		shown.put("conditions", seat.conditions().stream().map(this.rulings::line).toList());
		shown.put("recusal", seat.recusal());
		return shown;
	}

	private static @Nullable String vote(SeatRow seat) {
		if (seat.recusal() != null) {
			return null;
		}
		return (seat.vote() != null) ? seat.vote().label() : "Did not vote";
	}

	@Nullable String passedOn(List<Cause> passings) {
		return passings.isEmpty() ? null : "The chief risk officer rules, because %s."
			.formatted(passings.stream().map(Cause::words).collect(Collectors.joining(", and ")));
	}

	List<Map<String, @Nullable Object>> acknowledgements(List<NoteRow> notes) {
		return notes.stream().map(this::shown).toList();
	}

	private Map<String, @Nullable Object> shown(NoteRow note) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("side", side(note.side()));
		shown.put("about", "The ruling of the %s".formatted(note.ruledBy().label()));
		shown.put("status", note.note().label());
		shown.put("remark", note.remark());
		shown.put("grounds", note.grounds());
		shown.put("by", this.wording.name(note.by()));
		shown.put("on", this.wording.day(note.at()));
		return shown;
	}

	/**
	 * A ruling.
	 * @param appealed whether a side has appealed on the referral, against the committee
	 */
	Map<String, @Nullable Object> ruling(RulingRow row, boolean appealed) {
		Map<String, @Nullable Object> shown = this.rulings.shown(row);
		Ruling ruling = row.ruling();
		if (appealed && ruling.by() == Authority.COMMITTEE && ruling.state() == Ruling.State.GIVEN) {
			shown.put("state", "Appealed against; the chief risk officer rules");
		}
		return shown;
	}

	List<Map<String, String>> earlier(List<RulingRow> rulings) {
		return rulings.stream().map((row) -> Map.of("sentence", this.rulings.sentence(row))).toList();
	}

	private static String side(Side side) {
		return (side == Side.IT) ? "Owner" : "CISO";
	}

}

package dev.parley.arbitration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.arbitration.HearingRows.PleaRow;
import dev.parley.arbitration.HearingRows.RulingRow;
import dev.parley.arbitration.RoundRows.RoundRow;
import dev.parley.arbitration.RoundRows.SeatRow;
import dev.parley.arbitration.Rounds.Cause;
import dev.parley.identity.People;
import dev.parley.register.CasePart;
import dev.parley.register.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The arbitration of a case in words, under the key {@code arbitration}: the latest
 * referral, and a sentence on each earlier ruling. It holds pleas only once both are in
 * or their time is over, and votes only once there is a ruling or the chief risk officer
 * is to rule. Everybody who can read a case so far reads the same.
 */
@Component
class ArbitrationSoFar implements CasePart {

	private static final int SIDES = 2;

	private final Referrals referrals;

	private final HearingRows rows;

	private final RoundRows rounds;

	private final ArbitrationWords words;

	private final People people;

	ArbitrationSoFar(Referrals referrals, HearingRows rows, RoundRows rounds, ArbitrationWords words, People people) {
		this.referrals = referrals;
		this.rows = rows;
		this.rounds = rounds;
		this.words = words;
		this.people = people;
	}

	@Override
	public void putInto(Map<String, @Nullable Object> shown, String caseId) {
		shown.put("arbitration",
				this.referrals.latest(caseId).map((referral) -> of(caseId, referral.number())).orElse(null));
	}

	private @Nullable Map<String, @Nullable Object> of(String caseId, int referral) {
		List<RulingRow> rulings = this.rows.rulings(caseId);
		List<Cause> passings = this.rows.passings(caseId, referral);
		RulingRow last = rulings.isEmpty() ? null : rulings.get(rulings.size() - 1);
		RulingRow ruling = (last != null && last.referral() == referral) ? last : null;
		boolean votesDisclosed = ruling != null || !passings.isEmpty();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("pleas", this.words.pleas(disclosed(this.rows.pleas(caseId, referral))));
		shown.put("refusals", this.words.refusals(this.rows.refusals(caseId, referral)));
		shown.put("rounds", this.words.rounds(votesDisclosed ? rounds(caseId, referral) : List.of()));
		shown.put("passedOn", this.words.passedOn(passings));
		shown.put("ruling", (ruling != null) ? this.words.ruling(ruling, passings.contains(Cause.APPEAL)) : null);
		shown.put("acknowledgements", this.words.acknowledgements(this.rows.acknowledgements(caseId, referral)));
		shown.put("earlier", this.words.earlier(rulings.stream().filter((given) -> given != ruling).toList()));
		return isEmpty(shown) ? null : shown;
	}

	private List<RoundRow> rounds(String caseId, int referral) {
		List<RoundRow> read = this.rounds.of(caseId, referral);
		readNames(read);
		return read;
	}

	/** Reads all names of members at once; they are kept for a while. */
	private void readNames(List<RoundRow> read) {
		this.people.namesOf(read.stream()
			.flatMap((round) -> round.seats().stream())
			.map(SeatRow::member)
			.collect(Collectors.toSet()));
	}

	private static List<PleaRow> disclosed(List<PleaRow> pleas) {
		return (pleas.size() == SIDES) ? pleas : List.of();
	}

	private static boolean isEmpty(Map<String, @Nullable Object> shown) {
		return shown.values().stream().allMatch((part) -> part == null || List.of().equals(part));
	}

}

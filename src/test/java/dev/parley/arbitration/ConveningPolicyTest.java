package dev.parley.arbitration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.parley.arbitration.Composition.State;
import dev.parley.identity.Office;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConveningPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final Map<Office, Set<String>> holders = new EnumMap<>(Office.class);

	private final Map<String, String> recusals = new HashMap<>();

	private final List<CommitteeSeat> seats = DemoComposition.seats();

	ConveningPolicyTest() {
		give(Office.COMMITTEE_CHAIR, "chair");
		IntStream.rangeClosed(1, 7).forEach((number) -> give(Office.COMMITTEE_MEMBER, "member" + number));
	}

	@Test
	void callsAllTogetherWhomNothingKeepsOut() {
		Convening convening = convene(7);

		assertThat(convening.isComplete()).as(convening.refusal()).isTrue();
		assertThat(convening.composition()).isEqualTo(4);
		assertThat(convening.presiding()).isEqualTo("chair");
		assertThat(convening.voters()).containsExactlyInAnyOrderElementsOf(members());
		assertThat(convening.seats()).contains(new Convening.Seat("member3", "Operations", null));
	}

	@Test
	void seatsNobodyOutsideTheTerm() {
		this.seats.set(0, term("member1", "Legal", DemoComposition.FROM, TODAY.minusDays(1)));
		this.seats.set(1, term("member2", "Finance", TODAY.plusDays(1), DemoComposition.TO));
		this.seats.set(2, term("member3", "Operations", DemoComposition.FROM, TODAY));
		this.seats.set(3, term("member4", "Compliance", TODAY, DemoComposition.TO));

		assertThat(convene(5).voters()).containsExactly("member3", "member4", "member5", "member6", "member7");
		assertThat(convene(6).refusal()).isEqualTo(
				"Composition 4 of the committee has 5 members who may vote on this case; at least 6 are needed to meet."
						+ " Kept out: member1 (term ended on 2026-11-21), member2 (term begins on 2026-11-23). "
						+ ConveningPolicy.WAY_OUT);
	}

	@Test
	void seatsNobodyWhoseOfficesHaveChanged() {
		give(Office.CIO, "member1");
		take(Office.COMMITTEE_MEMBER, "member2");

		Convening convening = convene(5);

		assertThat(convening.seats()).extracting(Convening.Seat::member)
			.containsExactly("member3", "member4", "member5", "member6", "member7");
	}

	@Test
	void needsThreeFunctions() {
		take(Office.COMMITTEE_MEMBER, "member1");
		take(Office.COMMITTEE_MEMBER, "member4");
		take(Office.COMMITTEE_MEMBER, "member5");

		assertThat(convene(1).refusal())
			.startsWith(
					"Composition 4 of the committee has 2 functions today (Finance, Operations); at least 3 are needed."
							+ " Kept out: member1 (does not hold the office Committee member), member4 (")
			.endsWith(ConveningPolicy.WAY_OUT);
	}

	@Test
	void letsNobodyVoteWhoIsRecused() {
		this.recusals.put("member1", "raised the case");

		Convening convening = convene(6);

		assertThat(convening.voters()).doesNotContain("member1").hasSize(6);
		assertThat(convening.seats()).contains(new Convening.Seat("member1", "Legal", "raised the case"));
		assertThat(convene(7).refusal()).contains("has 6 members who may vote", "member1 (raised the case)");
	}

	@Test
	void letsTheAlternatePresideWhereTheChairIsRecused() {
		this.recusals.put("chair", "decided the case");

		assertThat(convene(7).presiding()).isEqualTo("member7");
	}

	@Test
	void letsTheAlternatePresideWhereTheChairIsNoLongerAllowedTo() {
		give(Office.AUDITOR, "chair");

		assertThat(convene(7).presiding()).isEqualTo("member7");
	}

	@Test
	void doesNotMeetWhereNobodyCanPreside() {
		take(Office.COMMITTEE_CHAIR, "chair");
		this.recusals.put("member7", "pleaded in the case");

		assertThat(convene(1).refusal())
			.isEqualTo("Composition 4 of the committee has nobody to preside on this case. Kept out:"
					+ " chair (does not hold the office Committee chair), member7 (pleaded in the case). "
					+ ConveningPolicy.WAY_OUT);
	}

	@Test
	void takesNoAlternateWhoseOwnTermIsOver() {
		this.recusals.put("chair", "raised the case");
		this.seats.set(6, term("member7", "Finance", DemoComposition.FROM, TODAY.minusDays(1)));

		assertThat(convene(1).refusal()).contains("has nobody to preside", "member7 (is no member");

		give(Office.COMMITTEE_CHAIR, "member7");

		assertThat(convene(1).presiding()).isEqualTo("member7");
	}

	private Convening convene(int quorumToMeet) {
		Composition composition = new Composition(4, DemoComposition.draft(this.seats), "chair", Instant.EPOCH, null,
				State.IN_FORCE);
		return new ConveningPolicy(composition, new OfficeHolders(this.holders), this.recusals, TODAY)
			.convene(quorumToMeet);
	}

	private List<String> members() {
		return this.seats.stream().map(CommitteeSeat::member).toList();
	}

	private void give(Office office, String person) {
		this.holders.computeIfAbsent(office, (key) -> new HashSet<>()).add(person);
	}

	private void take(Office office, String person) {
		this.holders.getOrDefault(office, Set.of()).remove(person);
	}

	private static CommitteeSeat term(String member, String function, LocalDate from, LocalDate to) {
		return new CommitteeSeat(member, function, from, to);
	}

}
